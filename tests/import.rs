//! The import as an office sees it: files in, enterprises and words out.

#[path = "import/support.rs"]
mod support;

#[path = "import/archives.rs"]
mod archives;
#[path = "import/books.rs"]
mod books;
#[path = "import/cells.rs"]
mod cells;
#[path = "import/containers.rs"]
mod containers;
#[path = "import/contradictions.rs"]
mod contradictions;
#[path = "import/corrections.rs"]
mod corrections;
#[path = "import/district.rs"]
mod district;
#[path = "import/encodings.rs"]
mod encodings;
#[path = "import/figures.rs"]
mod figures;
#[path = "import/formats.rs"]
mod formats;
#[path = "import/headers.rs"]
mod headers;
#[path = "import/headings.rs"]
mod headings;
#[path = "import/hostile.rs"]
mod hostile;
#[path = "import/hostile_sheets.rs"]
mod hostile_sheets;
#[path = "import/hostile_workbooks.rs"]
mod hostile_workbooks;
#[path = "import/joining.rs"]
mod joining;
#[path = "import/merged.rs"]
mod merged;
#[path = "import/office.rs"]
mod office;
#[path = "import/pages.rs"]
mod pages;
#[path = "import/pasted.rs"]
mod pasted;
#[path = "import/persons.rs"]
mod persons;
#[path = "import/sample.rs"]
mod sample;
#[path = "import/vocabulary.rs"]
mod vocabulary;
#[path = "import/words.rs"]
mod words;
#[path = "import/workbooks.rs"]
mod workbooks;
#[path = "import/writers.rs"]
mod writers;
#[path = "import/written.rs"]
mod written;
