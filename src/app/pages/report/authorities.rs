//! The authorities that a table names, each with whose it is.

use std::rc::Rc;

use yew::prelude::*;

use super::{correcting, scrolled, table_head, word};
use crate::app::components::{AnsweredChoice, Word};
use crate::app::state::Model;
use crate::app::text;
use crate::facts::{AuthoritySystem, Term};
use crate::pack::Locale;
use crate::worker::{AuthorityList, FileCorrection, MetAuthority};

/// What the authorities are given.
#[derive(Properties, PartialEq)]
pub struct AuthoritiesProps {
    pub model: Model,
    pub locale: Locale,
    /// The number of the last request that the answer knows of.
    pub answered: u32,
    /// The index of the file.
    pub file: usize,
    pub list: AuthorityList,
}

/// The authorities and departments that were met, with what was said of each.
#[component(Authorities)]
pub fn authorities(props: &AuthoritiesProps) -> Html {
    let AuthoritiesProps { locale, list, .. } = props;
    let locale = *locale;
    if list.is_lacking {
        return html! { <p class="warning">{ text::AUTHORITY_LACKING.get(locale) }</p> };
    }
    if list.authorities.is_empty() {
        return Html::default();
    }
    let columns = [
        (text::AUTHORITY, false),
        (text::AUTHORITY_ROWS, true),
        (text::AUTHORITY_READ_AS, false),
        (text::AUTHORITY_CORRECT, false),
    ];
    let by_name = word("", text::AUTHORITY_BY_NAME.get(locale));
    let systems = AuthoritySystem::ALL.iter().map(|system| word(system.code(), system_name(*system, locale)));
    let systems: Rc<[Word]> = std::iter::once(by_name).chain(systems).collect();
    let table = html! {
        <>
            { table_head(&columns, locale) }
            <tbody>{ for list.authorities.iter().map(|authority| row(props, authority, &systems)) }</tbody>
        </>
    };
    html! {
        <>
            <h3>{ text::AUTHORITIES.get(locale) }</h3>
            <p class="quiet">{ text::AUTHORITIES_LEAD.get(locale) }</p>
            { scrolled(text::AUTHORITIES, locale, table) }
            if list.more > 0 {
                <p>{ text::MORE_AUTHORITIES.fill(locale, &[&list.more.to_string()]) }</p>
            }
        </>
    }
}

fn row(props: &AuthoritiesProps, authority: &MetAuthority, systems: &Rc<[Word]>) -> Html {
    let AuthoritiesProps { model, locale, answered, file, .. } = props;
    let locale = *locale;
    let onchoose = {
        let (column, name) = (authority.column.clone(), authority.name.clone());
        correcting(model, *file, move |code| {
            let system = AuthoritySystem::from_code(code);
            Some(FileCorrection::Authority { column: column.clone(), name: name.clone(), system })
        })
    };
    html! {
        <tr>
            <th scope="row">{ &authority.name }</th>
            <td class="number">{ authority.rows }</td>
            <td>
                { system_name(authority.system, locale) }
                if authority.is_corrected {
                    <span class="tag noticed">{ text::AUTHORITY_CORRECTED.get(locale) }</span>
                }
            </td>
            <td>
                <AnsweredChoice
                    label={text::AUTHORITY_IS_OF.fill(locale, &[&authority.name])}
                    words={systems.clone()}
                    chosen={authority.said.map_or("", Term::code)}
                    answered={*answered}
                    {onchoose}
                />
            </td>
        </tr>
    }
}

fn system_name(system: AuthoritySystem, locale: Locale) -> &'static str {
    match system {
        AuthoritySystem::MarketRegulation => text::OF_MARKET_REGULATION.get(locale),
        AuthoritySystem::Other => text::OF_OTHER_SYSTEM.get(locale),
    }
}
