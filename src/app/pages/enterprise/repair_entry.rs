//! One target of repair: how it stands, why, and what is to be done.

use super::reasons::checked;
use crate::app::element::{El, Node, el, nodes};
use crate::app::state::Reading;
use crate::app::state::queries::{
    View, fact_id, fact_title, list_title, of_fact, periods, repair_sentence, repair_sentence_with_days,
    severity_words, why_track,
};
use crate::app::text::{self, Phrase, field};
use crate::app::widgets::{citation, fact_link, fold, source_details, warning};
use crate::assess::{Condition, Deadlines, Repair};
use crate::calendar::add_months;
use crate::facts::{Date, Term};
use crate::pack::{Channel, DateField, DeadlineStart, FactKind, RepairTest};

/// For how many months after a change of the rules the former measure stands unfolded: in that time applicants and
/// files still name its days, and an inspector is asked why they are others now.
const FORMER_OPEN_MONTHS: u32 = 6;

/// A target with its status; it opens into everything else.
pub(super) fn entry(view: &View, reading: &Reading, repair: &Repair) -> El {
    let locale = view.locale;
    let target = repair.target;
    let title = fact_title(view, target);
    let title = match target.kind {
        FactKind::Penalty => title,
        kind => [list_title(kind, locale), " ", &title].concat(),
    };
    let as_of = view.answer.as_of;
    let status =
        el("span").classes(&["under", "status", repair.status.code()]).text(&repair_sentence_with_days(view, repair));
    let summary = el("summary").with(el("span").class("message").text(&title)).with(status);
    let id = ["repair-", &fact_id(target)].concat();
    let folded = fold(reading, &id, false, summary, &|fold| {
        fold.with(terms(view, repair, as_of))
            .each(of_fact(view, target).map(|about| warning(view, about)))
            .each(repair.conditions.as_ref().map(|conditions| conditions_list(view, conditions)))
            .each(repair.materials.as_ref().map(|papers| papers_list(view, repair.channel, papers)))
            .each(on_chosen_day(view, reading, repair))
            .with(el("h4").text(text::ARTICLE.get(locale)))
            .with(source_details(view, &repair.source))
            .maybe(former(view, reading, repair))
            .with(el("p").with(fact_link(view, target)))
    });
    el("li").key(&id).with(folded)
}

/// How many calendar days there are to a day.
fn days_left(view: &View, day: Date) -> String {
    let days = (day - view.answer.as_of).num_days().to_string();
    text::DAYS_LEFT.fill(view.locale, &[&days])
}

/// Severity and track with the reason for them, and the days, as they were found on a day.
fn terms(view: &View, repair: &Repair, on: Date) -> El {
    let locale = view.locale;
    let mut pairs: Vec<(Phrase, String)> = Vec::new();
    pairs.extend(severity_words(view, repair, on).map(|words| (text::SEVERITY, words)));
    if let Some(track) = repair.track.map(|track| view.word(track).to_owned()) {
        let because = why_track(view, repair, on);
        let track = because.map_or(track.clone(), |because| text::BECAUSE.fill(locale, &[&track, &because]));
        pairs.push((text::TRACK, track));
    }
    let is_penalty = repair.target.kind == FactKind::Penalty;
    let stops = if is_penalty { text::STOPS } else { text::LIST_STOPS };
    for (name, day) in [(text::EARLIEST, repair.earliest_on), (stops, repair.stops_on)] {
        let Some(day) = day else { continue };
        let mut words = vec![view.day(day)];
        words.extend((on == view.answer.as_of && day > on).then(|| days_left(view, day)));
        pairs.push((name, words.join(text::CLAUSE.get(locale))));
    }
    pairs.extend(repair.stops_on.and_then(|_| periods(view, repair, on)).map(|words| (text::PERIODS, words)));
    let pair = |list: El, (name, words): (Phrase, String)| {
        list.with(el("dt").text(name.get(locale))).with(el("dd").text(&words))
    };
    pairs.into_iter().fold(el("dl"), pair)
}

fn conditions_list(view: &View, conditions: &[Condition]) -> Node {
    let quiet = |words: &str| el("p").class("quiet").text(words);
    let items = conditions.iter().filter_map(|condition| {
        let rule = view.rules.pack.condition(&condition.id)?;
        let word = if condition.met { text::MET } else { text::UNMET };
        let item = checked(view, condition.met, view.say(&rule.title), word);
        if condition.met {
            return Some(item);
        }
        let entered = match rule.test {
            RepairTest::Known(date) => Some(fill_in(view, date)),
            RepairTest::TermOver(_) | RepairTest::None(_) => None,
        };
        Some(item.with(quiet(view.say(&rule.cure))).maybe(entered.map(|words| quiet(&words))))
    });
    titled(view, text::CONDITIONS, el("ul").class("conditions").each(items))
}

/// Which field of the fact shows that a condition is met.
fn fill_in(view: &View, date: DateField) -> String {
    let name = field(date.code()).map_or(date.code(), |phrase| phrase.get(view.locale));
    text::FILL_IN.fill(view.locale, &[name])
}

fn papers_list(view: &View, channel: Channel, papers: &[String]) -> Node {
    let items = papers
        .iter()
        .filter_map(|id| view.rules.pack.material(id))
        .map(|paper| (view.say(paper.title_on(channel)), view.say(&paper.text)))
        .map(|(title, text)| el("li").text(title).with(el("p").class("quiet").text(text)));
    titled(view, text::PAPERS, el("ul").each(items))
}

/// What applies on the day on which one supposes to apply: the deadlines or, where one cannot apply, why not.
fn on_chosen_day(view: &View, reading: &Reading, repair: &Repair) -> Option<Node> {
    let chosen = reading.apply_on.unwrap_or(view.answer.as_of);
    let answer = view.applied_on(chosen);
    let there = answer.repair.iter().find(|there| there.target == repair.target);
    if let Some(deadlines) = there.and_then(|there| there.deadlines) {
        return Some(deadlines_list(view, deadlines, chosen));
    }
    // On the as-of date itself the status above has said so.
    let there = there.filter(|_| chosen != view.answer.as_of)?;
    let words = [view.day(chosen), repair_sentence(view, there, chosen)];
    let [day, stands] = &words;
    Some(titled(view, text::DEADLINES, el("p").text(&text::ON_THAT_DAY.fill(view.locale, &[day, stands]))))
}

fn deadlines_list(view: &View, deadlines: Deadlines, on: Date) -> Node {
    let starts = match deadlines.from {
        DeadlineStart::Application => text::DEADLINE_APPLICATION,
        DeadlineStart::Verification => text::DEADLINE_VERIFICATION,
    };
    let steps = el("ul").each(deadline_steps(view, &deadlines).iter().map(|step| el("li").text(step)));
    let starts = el("p").text(&starts.fill(view.locale, &[&view.day(on)]));
    titled(view, text::DEADLINES, el("div").with(starts).with(steps))
}

/// By when what must be done, a line each.
pub(super) fn deadline_steps(view: &View, deadlines: &Deadlines) -> Vec<String> {
    let steps: [(Phrase, Option<Date>); 3] = [
        (text::ACCEPT_BY, deadlines.accept_by),
        (text::DECIDE_BY, deadlines.decide_by),
        (text::UNPUBLISH_BY, deadlines.unpublish_by),
    ];
    steps.into_iter().filter_map(|(words, day)| Some(words.fill(view.locale, &[&view.day(day?)]))).collect()
}

/// What the measure before the present one gave on its last day, for a penalty that was there by then.
fn former(view: &View, reading: &Reading, repair: &Repair) -> Option<El> {
    let day = repair.former_day(&view.rules.pack, view.answer.as_of)?;
    let penalty = view.enterprise().penalties.get(repair.target.index)?;
    if repair.target.kind != FactKind::Penalty || penalty.decided_on > day {
        return None;
    }
    let locale = view.locale;
    let summary = el("summary").text(&text::FORMER.fill(locale, &[&view.day(day)]));
    let recent = view.answer.as_of < add_months(day, FORMER_OPEN_MONTHS);
    let id = ["former-", &fact_id(repair.target)].concat();
    let folded = fold(reading, &id, recent, summary, &|fold| {
        let answer = view.on(day);
        let Some(then) = answer.repair.iter().find(|then| then.target == repair.target) else { return fold };
        let words = [view.day(day), repair_sentence(view, then, day)];
        let [on, stood] = &words;
        fold.with(el("p").text(&text::ON_THAT_DAY.fill(locale, &[on, stood])))
            .with(terms(view, then, day))
            .with(el("p").with(citation(view, &then.source)))
    });
    Some(folded.class("part"))
}

fn titled(view: &View, title: Phrase, content: El) -> Node {
    nodes([el("h4").text(title.get(view.locale)), content])
}
