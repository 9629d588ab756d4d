//! What stands above the list: what of the files was not used, the search, the classes, and how many there are.

use std::rc::Rc;

use yew::prelude::*;

use super::tools::Tools;
use super::unused::UnusedNote;
use crate::app::state::{Action, ListChange, Model, Route, Rules};
use crate::app::text;
use crate::pack::day_text;
use crate::worker::{ListAnswer, ListBody, ListView};

/// What the head is given.
#[derive(Properties, PartialEq)]
pub struct HeadProps {
    pub model: Model,
    /// What the worker told last. All words are in its language, for those of the worker are.
    pub answer: Rc<ListAnswer>,
    /// How the list is looked at by now.
    pub view: Rc<ListView>,
    /// How often the fields of text are to show something else than was written in them.
    pub rewrites: u32,
    /// The rules by which the worker judges.
    pub rules: Rc<Rules>,
    pub onchange: Callback<ListChange>,
}

/// The head of the list.
#[component(Head)]
pub fn head(HeadProps { model, answer, view, rewrites, rules, onchange }: &HeadProps) -> Html {
    let locale = answer.locale;
    let head = &answer.head;
    let onenter = use_single_hit(model, answer, view);
    html! {
        <>
            <UnusedNote unused={head.unused.clone()} {locale} />
            <Tools
                {locale}
                view={view.clone()}
                rewrites={*rewrites}
                classes={head.classes.clone()}
                withheld={head.withheld}
                onchange={onchange.clone()}
                {onenter}
            />
            { on_paper(answer, rules) }
            <div class="found">
                { found(answer) }
                <p class="quiet internal">{ text::INTERNAL.get(locale) }</p>
            </div>
        </>
    }
}

/// Opens the enterprise that alone fits what is looked for once Enter was pressed, be it before the worker has told so.
/// Returns what is to be told of the key.
#[hook]
fn use_single_hit(model: &Model, answer: &Rc<ListAnswer>, view: &Rc<ListView>) -> Callback<()> {
    let entered = use_state_eq(|| None::<Rc<ListView>>);
    {
        let (model, entered) = (model.clone(), entered.clone());
        use_effect_with((answer.clone(), view.clone(), (*entered).clone()), move |(answer, view, wanted)| {
            // What was written since is looked for instead.
            let is_told = wanted.as_ref() == Some(view) && **view == answer.view;
            if is_told {
                entered.set(None);
                if let Some(uscc) = single(answer) {
                    model.dispatch(Action::Show(Route::Enterprise(uscc.to_owned())));
                }
            }
        });
    }
    use_callback(view.clone(), move |(), view| entered.set(Some(view.clone())))
}

/// Returns the credit code of the enterprise that alone is listed.
fn single(answer: &ListAnswer) -> Option<&str> {
    match &answer.body {
        ListBody::Rows(rows) if answer.count == 1 => rows.first().map(|row| row.uscc.as_str()),
        _ => None,
    }
}

/// Says how many there are. What is compared counts differently, and says so itself.
fn found(answer: &ListAnswer) -> Html {
    let locale = answer.locale;
    let words = match (&answer.body, answer.count) {
        (ListBody::Comparison(_), _) => return Html::default(),
        (_, 0) => text::NOTHING_FOUND.get(locale).to_owned(),
        (_, count) => text::FOUND.fill(locale, &[&count.to_string(), &day_text(answer.as_of, locale)]),
    };
    // How many there are the classes say as well, and the day stands at the foot, where the screen is narrow.
    let class = classes!("quiet", (answer.count > 0).then_some("counted"));
    html! { <p {class} role="status">{ words }</p> }
}

/// Tells that not all rows are on paper, with the button that prints them.
fn rows_on_screen(answer: &ListAnswer) -> String {
    let button = match answer.body {
        ListBody::Comparison(_) => text::PRINT_COMPARISON,
        ListBody::Rows(_) | ListBody::Figures(_) => text::PRINT_LIST,
    };
    text::ROWS_ON_SCREEN.fill(answer.locale, &[button.get(answer.locale)])
}

/// Renders what a reader of paper is told in the place of the controls.
fn on_paper(answer: &ListAnswer, rules: &Rules) -> Html {
    // The figures say on the screen as well which parameters were changed, and are printed whole.
    let is_whole = matches!(answer.body, ListBody::Figures(_));
    let pack = &rules.pack;
    let lines = |lines: &[String]| lines.iter().map(|line| html! { <p>{ line }</p> }).collect::<Html>();
    html! {
        <div class="on-paper">
            if is_whole {
                <h1>{ text::AS_FIGURES.get(answer.locale) }</h1>
                <p>{ text::PAPER_RULES.fill(answer.locale, &[&pack.id, &pack.version, &pack.digest]) }</p>
            }
            { lines(&answer.head.narrowed) }
            if !is_whole {
                { lines(&answer.head.changed_parameters) }
                <p>{ rows_on_screen(answer) }</p>
            }
        </div>
    }
}
