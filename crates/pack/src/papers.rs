//! The papers that a repair asks for, and what each is called on which channel.

use super::fault::PackFaultCode;
use super::read_rules::unique;
use super::reader::Node;
use super::terms::{Channel, FactKind};
use super::text::Text;
use facts::{AbnormalReason, Set, Term};

/// The papers that a kind of target asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperLine {
    pub channel: Channel,
    pub target: Set<FactKind>,
    pub reason: Option<Set<AbnormalReason>>,
    pub ids: Vec<String>,
}

/// A paper, explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    pub id: String,
    pub title: Text,
    /// What it is called on a channel that has another name for it.
    pub titles: Vec<ChannelTitle>,
    pub text: Text,
}

/// What a paper is called on a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChannelTitle {
    pub channel: Channel,
    pub title: Text,
}

impl Material {
    /// What the paper is called on a channel.
    #[must_use]
    pub fn title_on(&self, channel: Channel) -> &Text {
        self.titles.iter().find(|other| other.channel == channel).map_or(&self.title, |other| &other.title)
    }
}

/// What a paper is called on channels that have names of their own for it.
fn read_titles(node: &Node) -> Option<Vec<ChannelTitle>> {
    let mut fields = node.fields()?;
    let titles = Channel::ALL.iter().filter_map(|channel| {
        let title = fields.optional(channel.code(), Node::words)?;
        Some(ChannelTitle { channel: *channel, title })
    });
    let titles = titles.collect();
    fields.finish();
    Some(titles)
}

pub(super) fn read_materials(node: &Node) -> Option<(Vec<PaperLine>, Vec<Material>)> {
    let mut fields = node.fields()?;
    let mut names = Vec::new();
    let materials = fields.required("words", |node| {
        Some(node.entries(|id, node| {
            let mut fields = node.fields()?;
            let title = fields.required("title", Node::words);
            let titles = fields.optional("titles", read_titles).unwrap_or_default();
            let text = fields.required("text", Node::words);
            fields.finish();
            names.push(id.to_owned());
            Some(Material { id: id.to_owned(), title: title?, titles, text: text? })
        }))
    });
    let papers = fields.required("papers", |node| {
        node.items(|node| {
            let mut fields = node.fields()?;
            let channel = fields.required("channel", Node::term);
            let target = fields.required("target", Node::set);
            let reason = fields.optional("reason", Node::set);
            let mut line = Vec::new();
            let ids = fields.required("ids", |node| {
                node.items(|node| {
                    let id = unique(node, &mut line)?;
                    if !names.contains(&id) {
                        node.fault(PackFaultCode::UnknownName, &id, &names.join(", "));
                    }
                    Some(id)
                })
            });
            fields.finish();
            Some(PaperLine { channel: channel?, target: target?, reason, ids: ids? })
        })
    });
    fields.finish();
    Some((papers?, materials?))
}
