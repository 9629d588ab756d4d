//! The figures of the rules among the facts of an enterprise.

use yew::prelude::*;

use crate::app::components::TextField;
use crate::app::state::Model;
use crate::app::state::queries::View;
use crate::app::state::tasks::change_in;
use crate::app::text;
use crate::entry::{Change, Part, figure_text};
use crate::facts::Decimal;
use crate::json::Value;
use crate::pack::Figure;
use crate::request::figure_range;

/// Renders a field for each figure of the rules.
pub(super) fn figures(model: &Model, view: &View) -> Html {
    let given = view.opened.sheet.value(Part::Basics, "figures");
    let figures = view.rules.pack.figures.iter();
    let fields = figures.map(|figure| field(model, view, figure, given.and_then(|given| given.get(&figure.id))));
    html! { <div class="form">{ for fields }</div> }
}

fn field(model: &Model, view: &View, figure: &Figure, value: Option<&Value>) -> Html {
    let id = AttrValue::from(format!("basics.figures.{}", figure.id));
    let text = value.map(figure_text).unwrap_or_default();
    let number = match value {
        Some(Value::Number(digits)) => Decimal::parse(digits).ok(),
        _ => None,
    };
    let is_wrong = value.is_some() && !number.is_some_and(|number| figure.takes(number));
    let fault = is_wrong.then(|| AttrValue::from(format!("{id}-fault")));
    let (model, tab, name) = (model.clone(), view.opened.id, figure.id.clone());
    let onwrite = Callback::from(move |text: String| {
        let change = Change::Figure(name.clone(), text.clone());
        change_in(&model, tab, change);
        AttrValue::from(text)
    });
    html! {
        <div class="entry">
            <label for={id.clone()}>{ view.say(&figure.title) }</label>
            <div class="beside">
                <TextField {id} text={text.clone()} {onwrite} fault={fault.clone()} readonly={view.readonly} />
                <span class="unit">{ view.say(&figure.unit) }</span>
            </div>
            if is_wrong {
                <p class="field-fault" id={fault}>
                    { text::FIGURE_FAULT.fill(view.locale, &[&text, view.say(&figure_range(figure))]) }
                </p>
            }
        </div>
    }
}
