//! Credit repair: the two systems, the lists, the conditions, the papers.

use super::parameter::is_table;
use super::sentence::{join, link, plain};
use super::teller::Teller;
use super::{Entry, Line, Section, text};
use facts::Term;
use pack::{Channel, DatedSource, FactKind, PaperLine};

impl Teller<'_> {
    /// The systems with their tables, then the lists.
    pub(super) fn repair(&self) -> Section {
        let mut entries = Vec::new();
        for channel in Channel::ALL {
            let Some(rules) = self.pack.channels.get(channel.index()) else { continue };
            let mut entry = self.entry(format!("channels.{}", channel.code()), self.word(*channel));
            let whose = plain(&self.any_term(rules.authority_system));
            let clock = plain(text::date(rules.clock).get(self.locale));
            let tables = [rules.tracks, rules.conditions, rules.deadlines];
            let tables = tables.iter().filter_map(|index| self.pack.parameters.get(*index));
            let tables = tables.map(|parameter| link(self.say(&parameter.title), &parameter.id));
            entry.lines = vec![
                self.line(text::WHOSE_PENALTIES, whose),
                self.line(text::CLOCK, clock),
                self.line(text::PUBLISH_WITHIN, self.parameter_now(rules.publish_days)),
                self.line(text::MODELLED_FROM, self.parameter_now(rules.from)),
                self.line(text::TABLES, self.clauses(tables)),
            ];
            entry.lines.extend(rules.title.as_ref().map(|title| self.line(text::IN_FULL, plain(self.say(title)))));
            entry.lines.extend(rules.applying.as_ref().map(|applying| Line {
                label: text::APPLYING.get(self.locale).to_owned(),
                words: Vec::new(),
                items: vec![
                    plain(self.say(&applying.place)),
                    self.fill(text::WITH_SOURCE, &[plain(self.say(&applying.fee)), self.cite(&applying.source)]),
                ],
            }));
            entry.lines.extend(rules.ends_with_deregistration.as_ref().map(|source| {
                self.line(text::DEREGISTRATION, self.fill(text::DEREGISTERED_ENDS, &[self.cite(source)]))
            }));
            entries.push(entry);
        }
        entries.push(self.listings());
        entries.extend(self.parameter_entries(|parameter| is_table(parameter.shape)));
        self.section("repair", text::REPAIR, Some(text::REPAIR_LEAD), entries)
    }

    fn listings(&self) -> Entry {
        let listings = &self.pack.listings;
        let mut entry = self.entry("listings".to_owned(), text::LISTINGS.get(self.locale));
        let sources = |kind: FactKind, dated: &[DatedSource]| Line {
            label: text::REMOVAL_OF.fill(self.locale, &[self.word(kind)]),
            words: Vec::new(),
            items: dated
                .iter()
                .map(|line| {
                    self.fill(text::NAMELY, &[plain(&self.span(line.from, line.until)), self.cite(&line.source)])
                })
                .collect(),
        };
        entry.lines = vec![
            sources(FactKind::AbnormalListing, &listings.abnormal_listing),
            sources(FactKind::SeriousListing, &listings.serious_listing),
            self.line(text::SERIOUS_YEARS, self.parameter_now(listings.serious_years)),
            self.line(text::SERIOUS_REPAIR_YEARS, self.parameter_now(listings.serious_repair_years)),
        ];
        entry
    }

    pub(super) fn conditions(&self) -> Section {
        let entries = self.pack.conditions.iter().map(|condition| {
            let mut entry = self.entry(format!("conditions.{}", condition.id), self.say(&condition.title));
            entry.lines = vec![self.test(&condition.test), self.line(text::CURE, plain(self.say(&condition.cure)))];
            entry
        });
        self.section("conditions", text::CONDITIONS, Some(text::CONDITIONS_LEAD), entries.collect())
    }

    /// Which papers are asked for, then each of them explained.
    pub(super) fn papers(&self) -> Section {
        let mut which = self.entry("papers".to_owned(), text::PAPERS_FOR.get(self.locale));
        which.lines = self.pack.papers.iter().map(|line| self.papers_for(line)).collect();
        let papers = self.pack.materials.iter().map(|paper| {
            let mut entry = self.entry(format!("materials.{}", paper.id), self.say(&paper.title));
            entry.lines.push(Line { words: plain(self.say(&paper.text)), ..Line::default() });
            for other in &paper.titles {
                let words = plain(&text::QUOTED.fill(self.locale, &[self.say(&other.title)]));
                entry.lines.push(Line {
                    label: text::CALLED_ON.fill(self.locale, &[self.word(other.channel)]),
                    words,
                    items: Vec::new(),
                });
            }
            entry
        });
        self.section("materials", text::PAPERS, None, [which].into_iter().chain(papers).collect())
    }

    fn papers_for(&self, line: &PaperLine) -> Line {
        let mut what = text::ON_CHANNEL.fill(self.locale, &[self.word(line.channel), &self.any_term(line.target)]);
        if let Some(reasons) = line.reason {
            what.push_str(&text::IN_BRACKETS.fill(self.locale, &[&self.any_term(reasons)]));
        }
        let papers = line.ids.iter().filter_map(|id| self.pack.material(id));
        let papers =
            papers.map(|paper| link(self.say(paper.title_on(line.channel)), &format!("materials.{}", paper.id)));
        Line { label: what, words: join(papers, self.pack.list_separator.get(self.locale)), items: Vec::new() }
    }
}
