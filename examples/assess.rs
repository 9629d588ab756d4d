//! Answers requests: JSON Lines in on standard input, a response or `{"errors": […]}` a line out.
//!
//! `cargo run --release --example assess < requests.jsonl`

use std::io::{self, BufRead, Write};

use xinheng::request::answer_text;

fn main() -> io::Result<()> {
    let mut output = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        if !line.trim_ascii().is_empty() {
            // A text that is not in UTF-8 is no JSON, and an empty text is answered as such.
            writeln!(output, "{}", answer_text(std::str::from_utf8(&line).unwrap_or_default()))?;
        }
    }
    output.flush()
}
