//! Templates that are broken anywhere are refused or filled, and nothing else happens.

mod common;

use common::{DOCUMENT, docx, part, values};
use paper::{Paper, fill, template};

/// Numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}

/// What is put in, in place of a piece or beside it.
const PIECES: &[&str] = &[
    "{{",
    "}}",
    "{{#each 处罚}}",
    "{{/each}}",
    "{{#if 住所}}",
    "{{else}}",
    "{{/if}}",
    "{{企业名称}}",
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:br/>",
    "&amp;",
    "&#0;",
    "<!--",
    "-->",
    "<![CDATA[x]]>",
    "\u{1}",
    "<w:p><w:r><w:t>",
    "</w:t></w:r></w:p>",
];

#[test]
fn a_template_that_is_broken_anywhere_is_refused_or_filled() {
    let mut numbers = Numbers(1);
    let values = values();
    let (mut filled, mut refused) = (0, 0);
    let runs = std::env::var("MUTATIONS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(700);
    let bodies = [
        template(Paper::RepairNotice),
        template(Paper::ApprovalSheet),
        include_bytes!("made/libreoffice.docx").to_vec(),
    ];
    let bodies: Vec<String> = bodies.iter().map(|file| part(file, DOCUMENT)).collect();
    for run in 0..runs {
        let mut body = bodies[run % bodies.len()].clone();
        for _ in 0..=numbers.below(3) {
            // Between elements or letters, so that what comes of it is a document more often than not.
            let places: Vec<usize> = body.char_indices().map(|(at, _)| at).collect();
            let at = places[numbers.below(places.len())];
            match numbers.below(3) {
                0 => body.insert_str(at, PIECES[numbers.below(PIECES.len())]),
                1 => {
                    let tags: Vec<(usize, &str)> = body.match_indices("{{").collect();
                    let at = tags.get(numbers.below(tags.len())).map_or(at, |(at, _)| *at);
                    let ends = body[at..].find("}}").map_or(at, |length| at + length + 2);
                    body.replace_range(at..ends, PIECES[numbers.below(PIECES.len())]);
                }
                _ => {
                    let ends = places[numbers.below(places.len())].min(at + 40);
                    let ends = (ends..=body.len()).find(|ends| body.is_char_boundary(*ends)).unwrap_or(at);
                    body.replace_range(at.min(ends)..ends.max(at), "");
                }
            }
        }
        match fill(&docx(&[(DOCUMENT, body.as_bytes())]), &values) {
            Ok(file) => {
                filled += 1;
                // What was filled is a document again, without tags.
                assert!(fill(&file, &values).is_ok_and(|again| part(&again, DOCUMENT) == part(&file, DOCUMENT)));
            }
            Err(fault) => {
                refused += 1;
                let told = fault.message();
                assert!(!told.zh.is_empty() && !told.en.is_empty());
            }
        }
    }
    assert!(filled > runs / 10 && refused > runs / 10, "{filled} filled, {refused} refused");
}

#[test]
fn a_file_that_is_broken_anywhere_is_refused_or_filled() {
    let file = template(Paper::CommitmentLetter);
    let mut numbers = Numbers(2);
    for _ in 0..500 {
        let mut broken = file.clone();
        for _ in 0..=numbers.below(4) {
            let at = numbers.below(broken.len());
            broken[at] = u8::try_from(numbers.below(256)).unwrap();
        }
        // Whatever comes of it, it comes.
        let _ = fill(&broken, &values());
    }
}
