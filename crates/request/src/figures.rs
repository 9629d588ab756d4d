//! The figures of a request: numbers that its rules know.

use super::problem::ProblemCode;
use super::reader::{Object, Reader};
use facts::json::Value;
use facts::{Decimal, DecimalFault, Figures};
use pack::{Figure, Text};

/// Reads the figures. Where the rules are not known, as of a saved record, every number will do.
pub(super) fn read_figures(reader: &mut Reader, fields: &mut Object, known: Option<&[Figure]>) -> Figures {
    let mut figures = Figures::default();
    let Some(value) = fields.take("figures") else { return figures };
    let path = fields.path("figures");
    let Value::Object(entries) = value else {
        reader.problem(&path, ProblemCode::WrongType, value);
        return figures;
    };
    let is_unknown = |name: &str| known.is_some_and(|known| known.iter().all(|figure| figure.id != name));
    let path_of = |name: &str| [&path, ".", name].concat();
    for (name, value) in entries {
        if is_unknown(name) || matches!(value, Value::Null) {
            continue;
        }
        let path = path_of(name);
        let figure = known.and_then(|known| known.iter().find(|figure| figure.id == *name));
        match read_figure(value, figure) {
            Ok(number) => figures.set(name, Some(number)),
            Err(code) => {
                reader.problem(&path, code, value);
                if let (Some(figure), Some(problem)) = (figure, reader.problems.last_mut())
                    && code != ProblemCode::WrongType
                {
                    // The words of the code are those of amounts.
                    let met = match value {
                        Value::Number(digits) => digits,
                        _ => "",
                    };
                    problem.message = range_words(&path, met, figure);
                }
            }
        }
    }
    for (name, _) in entries.iter().filter(|(name, _)| is_unknown(name)) {
        reader.problem(&path_of(name), ProblemCode::UnknownField, &Value::String(name.clone()));
    }
    figures
}

fn read_figure(value: &Value, figure: Option<&Figure>) -> Result<Decimal, ProblemCode> {
    let Value::Number(digits) = value else { return Err(ProblemCode::WrongType) };
    let is_negative_fault =
        |is_negative| is_negative && figure.is_some_and(|figure| figure.least >= Decimal::default());
    let number = Decimal::parse(digits).map_err(|fault| match fault {
        DecimalFault::NotANumber => ProblemCode::WrongType,
        DecimalFault::TooPrecise { is_negative } | DecimalFault::TooLarge { is_negative }
            if is_negative_fault(is_negative) =>
        {
            ProblemCode::Negative
        }
        DecimalFault::TooPrecise { .. } => ProblemCode::TooPrecise,
        DecimalFault::TooLarge { is_negative: true } => ProblemCode::TooSmall,
        DecimalFault::TooLarge { is_negative: false } => ProblemCode::TooLarge,
    })?;
    match figure.and_then(|figure| figure_fault(figure, number)) {
        Some(code) => Err(code),
        None => Ok(number),
    }
}

/// Returns what is wrong with the number of a figure, where something is: `negative` for one below nothing where the figure never is,
/// `too_precise`, `too_small` or `too_large`.
#[must_use]
pub fn figure_fault(figure: &Figure, number: Decimal) -> Option<ProblemCode> {
    let nothing = Decimal::default();
    if number < nothing && figure.least >= nothing {
        Some(ProblemCode::Negative)
    } else if number.decimals() > figure.decimals {
        Some(ProblemCode::TooPrecise)
    } else if number < figure.least {
        Some(ProblemCode::TooSmall)
    } else if number > figure.most {
        Some(ProblemCode::TooLarge)
    } else {
        None
    }
}

/// Returns between which numbers a figure lies, in words.
#[must_use]
pub fn figure_range(figure: &Figure) -> Text {
    let Figure { least, most, decimals, .. } = figure;
    if *decimals == 0 {
        return Text {
            zh: format!("应为{least}至{most}的整数"), en: format!("a whole number from {least} to {most}")
        };
    }
    Text {
        zh: format!("应为{least}至{most}的数，最多{decimals}位小数"),
        en: format!("a number from {least} to {most} with at most {decimals} decimals"),
    }
}

fn range_words(path: &str, met: &str, figure: &Figure) -> Text {
    let range = figure_range(figure);
    Text {
        zh: format!("{path}（“{met}”）：{}（{}），请改正", range.zh, figure.title.zh),
        en: format!("{path} (\"{met}\"): this must be {} ({}): mend it", range.en, figure.title.en),
    }
}
