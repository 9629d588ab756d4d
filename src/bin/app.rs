//! The page.

fn main() {
    xinheng::app::mount();
}
