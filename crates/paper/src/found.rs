//! What facts and assessment tell for the tags of a paper. Nothing is worked out here: days, conditions and materials are those
//! of the engine.

use assess::{Assessment, Repair, Target};
use facts::{Date, Enterprise, Money, PenaltyKind, Set, Term};
use pack::{FactKind, Locale, Pack, ParameterValue, Unit, WarningCode, day_text, money_text};

use super::names::{CONDITION_TAGS, MATERIAL_TAGS, TARGET_TAGS};
use super::values::Values;

/// The material of which the name is that of the letter of commitment.
const COMMITMENT_LETTER: &str = "commitment_letter";
/// What may be said of a penalty that its days or its track rest on.
const ASSUMED: &[WarningCode] = &[
    WarningCode::PublicationAssumed,
    WarningCode::DiscretionAssumed,
    WarningCode::ProcedureImplausible,
    WarningCode::FineMissing,
];
const MET: &str = "具备";
const NOT_MET: &str = "尚未具备";

/// What a paper is made of.
pub struct Found<'a> {
    pub enterprise: &'a Enterprise,
    /// The assessment as of the day of the application.
    pub assessment: &'a Assessment,
    /// The rules by which it was made.
    pub pack: &'a Pack,
    /// What the paper is about; `None` for one about the enterprise itself.
    pub target: Option<Target>,
    /// The day on which the paper is made.
    pub today: Date,
}

impl Found<'_> {
    /// Tells the values of all tags that facts and assessment know.
    ///
    /// A fact of a day after that of the application has not happened yet and is left out.
    ///
    /// ```
    /// use assess::Assessor;
    /// use facts::{Date, Enterprise};
    /// use paper::Found;
    ///
    /// let today = Date::from_ymd_opt(2026, 11, 21).unwrap();
    /// let enterprise = Enterprise { name: "示例有限公司".to_owned(), ..Enterprise::default() };
    /// let assessment = Assessor::new(builtin::pack(), builtin::calendar(), today).assess(&enterprise, false);
    /// let found = Found { enterprise: &enterprise, assessment: &assessment, pack: builtin::pack(), target: None, today };
    /// assert_eq!(found.values().text("今日"), Some("2026年11月21日"));
    /// ```
    #[must_use]
    pub fn values(&self) -> Values {
        let mut values = Values::default();
        values.set("今日", day(self.today));
        values.set("申请日期", day(self.assessment.as_of));
        values.set("企业名称", &*self.enterprise.name);
        values.set("统一社会信用代码", &*self.enterprise.uscc);
        values.set("主体类型", self.word(self.enterprise.kind));
        values.set("规则名称", &*self.pack.title.zh);
        values.set("规则摘要", &*self.assessment.pack.digest);
        let repairs = || self.assessment.repair.iter().enumerate();
        let entries = |kinds: &[FactKind]| {
            let entries = repairs().filter(|(_, repair)| kinds.contains(&repair.target.kind));
            entries.map(|(place, repair)| self.target(place, repair)).collect::<Vec<_>>()
        };
        values.set_list("处罚", entries(&[FactKind::Penalty]));
        values.set_list("列入", entries(&[FactKind::AbnormalListing, FactKind::SeriousListing]));
        let target = repairs().find(|(_, repair)| self.target == Some(repair.target));
        if let Some((place, repair)) = target {
            values.take(self.target(place, repair));
            if let Some(deadlines) = &repair.deadlines {
                set_day(&mut values, "受理期限", deadlines.accept_by);
                set_day(&mut values, "决定期限", deadlines.decide_by);
                set_day(&mut values, "停止公示期限", deadlines.unpublish_by);
            }
        }
        values
    }

    /// The tags of a target, every one: what is not known of it is not that of another.
    fn target(&self, place: usize, repair: &Repair) -> Values {
        let mut values = Values::default();
        values.set("日期说明", self.warnings(place, repair));
        values.set("事项", self.word(repair.target.kind));
        values.set("渠道", self.word(repair.channel));
        values.set("修复状态", self.word(repair.status));
        values.set("依据", self.pack.cite(&repair.source, Locale::Zh));
        if let Some(severity) = repair.severity {
            values.set("失信程度", self.word(severity));
        }
        if let Some(track) = repair.track {
            values.set("处理类型", self.word(track));
        }
        set_day(&mut values, "最早可申请日", repair.earliest_on);
        set_day(&mut values, "停止公示日", repair.stops_on);
        if let Some(channel) = self.pack.channels.get(repair.channel.index())
            && let Some(applying) = &channel.applying
        {
            values.set("平台", &*applying.place.zh);
        }
        if let Some(letter) = self.pack.material(COMMITMENT_LETTER) {
            values.set("承诺书名称", &*letter.title_on(repair.channel).zh);
        }
        let index = repair.target.index;
        match repair.target.kind {
            FactKind::Penalty => self.penalty(&mut values, index, repair),
            FactKind::AbnormalListing => self.abnormal_listing(&mut values, index),
            _ => self.serious_listing(&mut values, index),
        }
        values.set_list("材料", self.materials(repair));
        values.set_list("条件", self.conditions(repair));
        values.close(TARGET_TAGS);
        values
    }

    /// What the engine assumed for the days of a repair, by its place in the assessment.
    fn warnings(&self, place: usize, repair: &Repair) -> String {
        let fact =
            (repair.target.kind == FactKind::Penalty).then(|| format!("enterprise.penalties[{}]", repair.target.index));
        let part = format!("repair[{place}]");
        let about = self.assessment.warnings.iter().filter(|warning| {
            let is_of_fact = fact.is_some() && warning.path == fact && ASSUMED.contains(&warning.code);
            is_of_fact || warning.affects.iter().flatten().any(|affected| *affected == part)
        });
        about.map(|warning| warning.message.zh.as_str()).collect()
    }

    fn penalty(&self, values: &mut Values, index: usize, repair: &Repair) {
        let Some(penalty) = self.enterprise.penalties.get(index) else { return };
        let texts = [
            ("决定书文号", &penalty.document_no),
            ("决定机关", &penalty.authority),
            ("违法行为类型", &penalty.category),
        ];
        for (tag, text) in texts {
            values.set(tag, text.clone().unwrap_or_default());
        }
        values.set("决定日期", day(penalty.decided_on));
        values.set("处罚类别", self.words(penalty.kinds));
        values.set("处罚程序", self.word(penalty.procedure));
        // An amount counts only where there is a fine.
        set_money(values, "罚款金额", penalty.fine.filter(|_| penalty.kinds.contains(PenaltyKind::Fine)));
        set_money(values, "没收金额", penalty.confiscated);
        self.set_fact(values, "公示日期", penalty.published_on);
        self.set_fact(values, "履行日期", penalty.fulfilled_on);
        self.set_fact(values, "消除危害日期", penalty.harm_eliminated_on);
        self.set_fact(values, "承诺日期", penalty.commitment_on);
        set_day(values, "处罚有效期", penalty.restriction_ends_on);
        let line = || {
            let channel = self.pack.channels.get(repair.channel.index())?;
            let edition = self.pack.edition(self.assessment.as_of);
            match self.pack.value(edition, channel.tracks) {
                ParameterValue::Tracks(lines) => lines.get(repair.line?),
                _ => None,
            }
        };
        if let Some(line) = line() {
            values.set("最短公示期", self.months(line.earliest));
            values.set("最长公示期", self.months(line.stops));
        }
    }

    fn abnormal_listing(&self, values: &mut Values, index: usize) {
        let Some(listing) = self.enterprise.abnormal_listings.get(index) else { return };
        values.set("列入日期", day(listing.listed_on));
        values.set("列入原因", self.word(listing.reason));
        self.set_fact(values, "改正日期", listing.corrected_on);
        self.set_fact(values, "承诺日期", listing.commitment_on);
    }

    fn serious_listing(&self, values: &mut Values, index: usize) {
        let Some(listing) = self.enterprise.serious_listings.get(index) else { return };
        values.set("列入日期", day(listing.listed_on));
        values.set("列入原因", listing.cause.clone().unwrap_or_default());
        self.set_fact(values, "履行日期", listing.fulfilled_on);
        self.set_fact(values, "消除危害日期", listing.harm_eliminated_on);
        self.set_fact(values, "承诺日期", listing.commitment_on);
        set_day(values, "处罚有效期", listing.measures_end_on);
        values.set("最短公示期", self.years(self.pack.listings.serious_repair_years));
        values.set("最长公示期", self.years(self.pack.listings.serious_years));
    }

    fn materials(&self, repair: &Repair) -> Vec<Values> {
        let materials = repair.materials.iter().flatten().filter_map(|id| self.pack.material(id));
        let entry = |material: &pack::Material| {
            let mut values = Values::default();
            values.set("名称", &*material.title_on(repair.channel).zh);
            values.set("说明", &*material.text.zh);
            values.close(MATERIAL_TAGS);
            values
        };
        materials.map(entry).collect()
    }

    fn conditions(&self, repair: &Repair) -> Vec<Values> {
        let entry = |condition: &assess::Condition| {
            let rule = self.pack.condition(&condition.id)?;
            let mut values = Values::default();
            values.set("名称", &*rule.title.zh);
            values.set("结论", if condition.met { MET } else { NOT_MET });
            if !condition.met {
                values.set("办法", &*rule.cure.zh);
            }
            values.close(CONDITION_TAGS);
            Some(values)
        };
        repair.conditions.iter().flatten().filter_map(entry).collect()
    }

    fn word<T: Term>(&self, term: T) -> &str {
        &self.pack.word(term).zh
    }

    fn words<T: Term>(&self, terms: Set<T>) -> String {
        let words: Vec<&str> = terms.iter().map(|term| self.word(term)).collect();
        words.join(&self.pack.list_separator.zh)
    }

    fn years(&self, parameter: usize) -> String {
        match self.pack.value(self.pack.edition(self.assessment.as_of), parameter) {
            ParameterValue::Whole(years) => self.counted(*years, Unit::Years),
            _ => String::new(),
        }
    }

    /// A period of some months, in years where it is as many.
    fn months(&self, months: Option<u32>) -> String {
        const MONTHS_IN_YEAR: u32 = 12;
        match months {
            None | Some(0) => String::new(),
            Some(months) if months.is_multiple_of(MONTHS_IN_YEAR) => self.counted(months / MONTHS_IN_YEAR, Unit::Years),
            Some(months) => self.counted(months, Unit::Months),
        }
    }

    fn counted(&self, number: u32, unit: Unit) -> String {
        format!("{number}{}", self.pack.unit(unit).zh)
    }

    /// Sets the day of a fact that has happened by the day of the application.
    fn set_fact(&self, values: &mut Values, tag: &str, date: Option<Date>) {
        set_day(values, tag, date.filter(|date| *date <= self.assessment.as_of));
    }
}

fn day(date: Date) -> String {
    day_text(date, Locale::Zh)
}

fn set_day(values: &mut Values, tag: &str, date: Option<Date>) {
    values.set(tag, date.map(day).unwrap_or_default());
}

fn set_money(values: &mut Values, tag: &str, amount: Option<Money>) {
    values.set(tag, amount.map(|amount| money_text(amount, Locale::Zh)).unwrap_or_default());
}

/// Tells how a question names a target: `penalty:0`.
#[must_use]
pub(super) fn target_name(target: Target) -> String {
    format!("{}:{}", target.kind.code(), target.index)
}
