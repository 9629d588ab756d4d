//! The words of a table that its columns do not know, each with what a person says that it means.

use std::rc::Rc;

use yew::prelude::*;

use super::{correcting, scrolled, table_head, word};
use crate::app::components::{AnsweredChoice, Word};
use crate::app::state::Model;
use crate::app::text;
use crate::pack::Locale;
use crate::worker::{FileCorrection, MetWord, WordMeaning};

/// The code of a word that counts as no word at all.
const BLANK: &str = "-";

/// What the words are given.
#[derive(Properties, PartialEq)]
pub struct WordsProps {
    pub model: Model,
    pub locale: Locale,
    /// The number of the last request that the answer knows of.
    pub answered: u32,
    /// The index of the file.
    pub file: usize,
    pub words: Vec<MetWord>,
}

/// The words that are not known, and those that were read as a person said.
#[component(Words)]
pub fn words(props: &WordsProps) -> Html {
    let locale = props.locale;
    let columns =
        [(text::TABLE_COLUMN, false), (text::WORD, false), (text::WORD_CELLS, true), (text::WORD_MEANS, false)];
    let table = html! {
        <>
            { table_head(&columns, locale) }
            <tbody>{ for props.words.iter().map(|word| row(props, word)) }</tbody>
        </>
    };
    html! {
        <>
            <h3>{ text::WORDS_NOT_KNOWN.get(locale) }</h3>
            { scrolled(text::WORDS_NOT_KNOWN, locale, table) }
        </>
    }
}

fn row(WordsProps { model, locale, answered, file, .. }: &WordsProps, met: &MetWord) -> Html {
    let locale = *locale;
    let meanings: Rc<[Word]> = [word("", text::MEANS_ITSELF.get(locale)), word(BLANK, text::MEANS_BLANK.get(locale))]
        .into_iter()
        .chain(met.known.iter().map(|known| word(known, known)))
        .collect();
    let chosen = match &met.meaning {
        WordMeaning::Unchanged => "",
        WordMeaning::Blank => BLANK,
        WordMeaning::Known(meaning) => meaning,
    };
    let onchoose = {
        let (column, word) = (met.column.clone(), met.word.clone());
        correcting(model, *file, move |code| {
            let meaning = match code {
                "" => WordMeaning::Unchanged,
                BLANK => WordMeaning::Blank,
                known => WordMeaning::Known(known.to_owned()),
            };
            Some(FileCorrection::Word { column: column.clone(), word: word.clone(), meaning })
        })
    };
    html! {
        <tr>
            <td>{ &met.column }</td>
            <th scope="row">{ &met.word }</th>
            <td class="number">{ met.cells }</td>
            <td>
                <AnsweredChoice
                    label={text::MEANING_OF.fill(locale, &[&met.word])}
                    words={meanings}
                    chosen={chosen.to_owned()}
                    answered={*answered}
                    {onchoose}
                />
            </td>
        </tr>
    }
}
