//! The page in a real browser.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::platform::time::sleep;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_page_mounts_on_an_element() {
    // Not on <body>: Yew empties what it mounts on, and the test runner reads its result there.
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<xinheng::app::first::First>::with_root(root.clone()).render();
    sleep(std::time::Duration::from_millis(50)).await;
    assert!(root.text_content().unwrap().contains("信衡"));
}
