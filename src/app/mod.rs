//! The Yew application: a page that opens an office's files and shows what is to be known of each enterprise.
//!
//! It is built twice: `first` is the root of what a browser fetches first, which shows one enterprise and the help, `office`
//! that of the build with all pages; `root` is what both have. `frame` surrounds the `pages`, which are the screens;
//! `components` are what several of them show, `hooks` what happens around them; `state` is what the application remembers,
//! `text` its words. **Invariants:** pages show what `assess` returns and judge nothing; no words of the law stand here; a
//! style is a class, never a `style` attribute, which the site's policy drops in silence.

mod components;
pub mod embedded;
mod fault;
pub mod first;
mod frame;
mod hooks;
mod host;
mod keys;
mod ledger;
mod listener;
pub mod office;
mod pages;
mod press;
mod root;
mod state;
mod tabs;
pub mod text;
mod undo_keys;
