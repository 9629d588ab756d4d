//! Figures: numbers that a pack wants to know of an enterprise, and bounds between which a number lies.

use super::fault::PackFaultCode;
use super::read_rules::unique;
use super::reader::{Fields, Node};
use super::text::Text;
use facts::Decimal;

/// A number that can be known of an enterprise 指标.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its name in `enterprise.figures`.
    pub id: String,
    /// What a form and the header of a table call it.
    pub title: Text,
    /// What is counted; may be empty.
    pub unit: Text,
    /// How many decimals it may have.
    pub decimals: u32,
    pub least: Decimal,
    pub most: Decimal,
}

impl Figure {
    /// Returns whether it can have a number.
    #[must_use]
    pub fn takes(&self, number: Decimal) -> bool {
        self.least <= number && number <= self.most && number.decimals() <= self.decimals
    }
}

/// Bounds of a number; one that is not given bounds nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// It is this or more.
    pub from: Option<Decimal>,
    /// It is more than this.
    pub above: Option<Decimal>,
    /// It is this or less.
    pub up_to: Option<Decimal>,
    /// It is less than this.
    pub below: Option<Decimal>,
}

impl Bounds {
    /// Returns whether a number lies between them.
    #[must_use]
    pub fn contains(&self, number: Decimal) -> bool {
        self.from.is_none_or(|from| from <= number)
            && self.above.is_none_or(|above| above < number)
            && self.up_to.is_none_or(|up_to| number <= up_to)
            && self.below.is_none_or(|below| number < below)
    }

    /// Returns whether every number does.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Reads `from`, `above`, `up_to` and `below`, of which none must be there.
    pub(super) fn read(node: &Node, fields: &mut Fields) -> Self {
        let from = fields.optional("from", Node::decimal);
        let above = fields.optional("above", Node::decimal);
        let up_to = fields.optional("up_to", Node::decimal);
        let below = fields.optional("below", Node::decimal);
        for (one, other, names) in [(from, above, "from, above"), (up_to, below, "up_to, below")] {
            if one.is_some() && other.is_some() {
                node.fault(PackFaultCode::Twice, names, "");
            }
        }
        let (least, most) = (from.or(above), up_to.or(below));
        if let Some((least, most)) = least.zip(most).filter(|(least, most)| most < least) {
            node.fault(PackFaultCode::BadValue, &format!("{least}–{most}"), "");
        }
        Self { from, above, up_to, below }
    }
}

/// Reads the figures, in the order in which forms show them.
pub(super) fn read_figures(node: &Node) -> Option<Vec<Figure>> {
    let mut names = Vec::new();
    node.items(|node| {
        let mut fields = node.fields()?;
        let id = fields.required("id", |node| unique(node, &mut names));
        let title = fields.required("title", Node::words);
        let unit = fields.optional("unit", Node::words).unwrap_or_default();
        let decimals = fields.optional("decimals", |node| node.whole(0, Decimal::MOST_DECIMALS)).unwrap_or(0);
        let least = fields.optional("least", Node::decimal).unwrap_or_default();
        let most = fields.required("most", |node| {
            let most = node.decimal()?;
            if most < least {
                node.fault(PackFaultCode::BadValue, &most.to_string(), &format!("{least}–"));
            }
            Some(most)
        });
        fields.finish();
        Some(Figure { id: id?, title: title?, unit, decimals, least, most: most? })
    })
}
