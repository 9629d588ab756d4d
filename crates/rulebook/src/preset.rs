//! The presets: values published elsewhere, and what they leave out.

use super::sentence::{Runs, link, plain};
use super::teller::Teller;
use super::{Line, Section, text};
use facts::json::{Value, canonical};
use pack::{Preset, PresetValue};
use serde::{Deserialize, Serialize};

/// How a preset is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choosing {
    /// JSON: the parameters that it sets, each with its value, or with null where the pack itself has that value.
    pub values: String,
    /// Whether all its values are those in use.
    pub in_use: bool,
}

/// Where a preset is found.
pub(super) fn preset_entry(id: &str) -> String {
    format!("presets.{id}")
}

impl Teller<'_> {
    pub(super) fn presets(&self) -> Section {
        let entries = self.pack.presets.iter().map(|preset| {
            let mut entry = self.entry(preset_entry(&preset.id), self.say(&preset.title));
            let sets: Vec<Runs> = preset.values.iter().map(|value| self.set_by(value)).collect();
            entry.lines = vec![
                Line { items: sets, ..self.line(text::SETS, Runs::new()) },
                self.line(text::NOTE, plain(self.say(&preset.note))),
                self.basis(&preset.source),
            ];
            let choosing = self.choosing(preset);
            if choosing.in_use {
                entry.marks.push(self.get(text::IN_USE));
            }
            entry.choosing = Some(choosing);
            entry
        });
        self.section("presets", text::PRESETS, Some(text::PRESETS_LEAD), entries.collect())
    }

    /// The presets that set a parameter, each leading to its entry.
    pub(super) fn presets_of(&self, parameter: usize) -> Vec<Runs> {
        let sets = |preset: &Preset| preset.values.iter().find(|value| value.parameter == parameter).cloned();
        let presets = self.pack.presets.iter().filter_map(|preset| Some((preset, sets(preset)?)));
        let link = |(preset, value): (&Preset, PresetValue)| {
            let shape = self.pack.parameters[parameter].shape;
            let of = link(self.say(&preset.title), &preset_entry(&preset.id));
            self.fill(text::NAMELY, &[of, plain(&self.value(shape, &value.value))])
        };
        presets.map(link).collect()
    }

    fn set_by(&self, set: &PresetValue) -> Runs {
        let parameter = &self.pack.parameters[set.parameter];
        let name = link(self.say(&parameter.title), &parameter.id);
        self.fill(text::NAMELY, &[name, plain(&self.value(parameter.shape, &set.value))])
    }

    fn choosing(&self, preset: &Preset) -> Choosing {
        let same = |pack: &pack::Pack, set: &PresetValue| {
            pack.parameters[set.parameter].values.iter().all(|dated| dated.value == set.value)
        };
        let fields = preset.values.iter().filter_map(|set| {
            let parameter = &self.pack.parameters[set.parameter];
            let value = if same(self.base, set) { Some(Value::Null) } else { set.value.form(parameter.shape) };
            Some((parameter.id.clone(), value?))
        });
        Choosing {
            values: canonical(&Value::Object(fields.collect())),
            in_use: preset.values.iter().all(|set| same(self.pack, set)),
        }
    }
}
