//! Several small files in one text: how the built-in sample travels in a single request.

/// What the line above each file begins with; the name of the file follows.
const MARK: &str = "==== ";

/// Takes a bundle apart: each file is the lines below a line `==== name`. What stands above the first such line
/// belongs to no file.
///
/// ```
/// use import::unbundle;
///
/// let files: Vec<_> = unbundle("made up\n==== a.csv\n1,2\n3,4\n==== b.csv\n5\n").collect();
/// assert_eq!(files, [("a.csv", "1,2\n3,4\n"), ("b.csv", "5\n")]);
/// ```
pub fn unbundle(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut starts = text
        .match_indices(MARK)
        .map(|(start, _)| start)
        .filter(|start| *start == 0 || text.as_bytes().get(start - 1) == Some(&b'\n'))
        .peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        let end = starts.peek().copied().unwrap_or(text.len());
        let part = text.get(start + MARK.len()..end)?;
        let (name, file) = part.split_once('\n').unwrap_or((part, ""));
        Some((name.trim_end(), file))
    })
}
