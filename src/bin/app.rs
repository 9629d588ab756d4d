fn main() {
    yew::Renderer::<xinheng::app::App>::new().render();
}
