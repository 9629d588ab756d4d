//! The words between the words of a pack.

use pack::{DateField, Field, Phrase, phrases};

phrases! {
    OR "{0}或者{1}" "{0} or {1}"
    CLAUSE "；" "; "
    THEN "，" ", "
    NAMELY "{0}：{1}" "{0}: {1}"
    IN_BRACKETS "（{0}）" " ({0})"
    COUNTED "{0}{1}" "{0} {1}"
    OUR_READING "（规定未写明，本工具暂定）" " (the document does not say so: our own reading)"
    RAN_OUT "（已于{0}到期）" " (ran out on {0})"
    BASIS "依据" "Source"
    ALWAYS "各日期均适用" "on all days"
    SINCE "{0}起" "from {0}"
    UNTIL "{0}以前（含当日）" "until {0}"
    BETWEEN "{0}至{1}" "{0} to {1}"
    CHANGED_HERE "临时改动" "temporary change"

    ABOUT "在用的规则和日历" "The rules and the calendar in use"
    PACK_ID "规则版本的标识" "Id"
    VERSION "版本" "Version"
    DIGEST "核对码" "Digest"
    CHANGED_PARAMETERS "临时改动的数值" "Parameters changed temporarily"
    CALENDAR "工作日日历" "Calendar of working days"
    YEARS "已收录放假安排的年份" "Years whose holidays are known"
    YEARS_RANGE "{0}年至{1}年" "{0} to {1}"
    YEAR "{0}年" "{0}"
    OTHER_YEARS "其他年份" "Other years"
    WEEKDAYS_ONLY "只扣除周末，并在用到的结果旁提示" "only weekends are left out, and each result that needed such a year says so"

    CLASS_RULES "信用类别规则" "Rules that give the class"
    CLASS_RULES_LEAD "成立的规则中最差的类别就是信用类别；一条也不成立的，即没有查到不良记录，按{0}对待。“几年内”“几个月内”自该事实的日期起算，满期当日仍计入；以上均含本数。" "The worst class of the rules that hold is the credit class; if none holds, nothing bad is on record and the enterprise counts as “{0}”. “Within” so many years or months counts from the date of the fact, the last day included; “at least” includes the number itself."
    HOLDS_WHEN "成立条件" "Holds when"
    UNLESS "除外" "Unless"
    ANY "{0}至少有一项{1}记录符合下列条件：" "{0}at least one record of the kind “{1}” meets this:"
    ANY_AT_ALL "{0}至少有一项{1}记录。" "{0}there is at least one record of the kind “{1}”."
    COUNT "{0}符合下列条件的{1}达到{2}以上：" "{0}at least {2} records of the kind “{1}” meet this:"
    COUNT_OF_ONE_CATEGORY "{0}符合下列条件、违法行为类型相同的{1}达到{2}以上：" "{0}at least {2} records of the kind “{1}”, for violations of one and the same kind, meet this:"
    COUNT_IN_YEARS "{0}符合下列条件的{1}分布在{2}以上不同年度：" "{0}records of the kind “{1}” that meet this lie in at least {2} different years:"
    COUNT_OF_THESE "下列记录合计达到{0}以上：" "there are at least {0} of these records together:"
    COUNT_OF_THESE_IN_YEARS "下列记录分布在{0}以上不同年度：" "these records lie in at least {0} different years:"
    SELECTED "{0}{1}" "{0}{1}"
    ENTERPRISE_IS "企业符合下列全部条件：" "the enterprise meets all of this:"
    WITH_ITEMS "{0}（{1}）" "{0} ({1})"
    LESS_THAN "不满{0}" "less than {0}"
    AND_THEN "，并且" ", and "
    OR_ELSE "，或者" ", or "
    LATEST "{0}最近一次{1}：{2}。“最近一次”只看符合下列条件的：" "{0}the latest record of the kind “{1}”: {2}. Only those that meet this are looked at:"
    WORST_FIRST "同一天有几次的，取结果排在前面的一次：{0}" "of several on one day, the one whose result comes first in: {0}"
    WITHIN "近{0}内，" "Within {0}, "
    WITHIN_AFTER "自{1}起{0}内，" "Within {0} after the date “{1}”, "
    RISK_GRADE "企业各监管领域的风险等级中，最差的一个是{0}：类别上调一级" "the worst of the enterprise's risk grades, of all its sectors, is {0}: the class is raised by one step"
    SECTOR_GRADE "{0}{1}" "{0}, grade {1}"

    KEY_CASE "重点案件候选" "Key-case candidates"
    KEY_CASE_LEAD "任何一条成立，即为重点案件候选；是否列为重点案件对象，由机关认定。" "Any one of these makes a candidate for a key case; the authority decides."
    RULE_HOLDS "规则“{0}”成立" "the rule “{0}” holds"
    DEFINITIONS "用语" "What words mean"
    DEFINITIONS_LEAD "上面的规则和下面的修复类型用到的说法。" "Words that the rules above and the tracks of repair below use."
    ONE_OF_THESE "符合下列任何一项：" "one of these is so:"
    ALL_OF_THESE "符合下列全部条件：" "all of this is so:"

    SCORES "指标和评分" "Figures and scores"
    IS_ENTERED "填写" "Entered as"
    WHOLE_FIGURE "{0}至{1}的整数" "a whole number from {0} to {1}"
    FIGURE "{0}至{1}的数，最多{2}位小数" "a number from {0} to {1} with at most {2} decimals"
    POINTS "怎么计分" "How points are counted"
    STARTS_AT "从{0}分起，加上下列各项（扣分的为负）：" "from {0}, all of this is added (what is taken off is negative):"
    SUM "得分" "The sum"
    SUM_STAYS "保持在{0}" "stays {0}"
    GRADE "等级" "Grade"
    GRADE_OF_SECTOR "作为{0}领域的风险等级；档案中已有该领域等级的，以档案为准：" "the risk grade of the sector {0}, unless the record has one for it:"
    ALL_OTHER_SUMS "其余" "all else"
    AT_LEAST_GRADE "不优于{0}" "No better than {0}"
    FIGURE_IS_MISSING "缺少指标时" "Where a figure is missing"
    BY_NUMBER "按{0}：{1}" "by {0}: {1}"
    MISSING_COUNTS "没有填写的按{0}分" "{0} where it is missing"
    MISSING_GIVES_NONE "没有填写的不能评分" "no score where it is missing"
    AS_IT_IS "数值本身就是得分" "the number itself is the points"
    TIMES "数值乘以{0}" "the number times {0}"
    POINTS_WHEN "{0}，条件是{1}" "{0} where {1}"
    POINTS_EACH "每项{0}：{1}" "{0} each: {1}"
    POINTS_AT_MOST "最多{0}" "in all at most {0}"
    SO_MANY_POINTS "{0}分" "{0} points"
    OLDER_THAN "{0}{1}以前的" "{0}{1} ago or more "
    GRADE_OF "{0}领域的风险等级为{1}" "its risk grade for {0} is {1}"
    ONLY_FOR "只评" "Only for"
    NUMBER_IS "{0}：{1}" "{0}: {1}"
    NUMBER_IS_MISSING "{0}没有填写或者不能评分" "{0} is not known"
    GRADE_IS "{0}的等级为{1}" "{0} gives the grade {1}"
    FROM "{0}以上（含）" "{0} or more"
    ABOVE "超过{0}" "more than {0}"
    UP_TO "{0}以下（含）" "{0} or less"
    BELOW "不足{0}" "less than {0}"

    INSPECTION "怎么查" "How to inspect"
    INSPECTION_SECTION "检查方式、比例和频次" "How and how often to inspect"
    BY_CLASS "按类别" "By class"
    PLAN_OF_CLASS "{0}：{1}；每年抽查比例{2}；检查频次{3}" "{0}: {1}; share drawn a year {2}; visits {3}"
    WHEN_VISITS_ARE_DUE "例外" "Except"
    INSTEAD "不主动检查的类别，若按行业风险等级每年必须检查，改为{0}" "where the sector's grade requires a visit to an enterprise that is else left alone: {0}"
    BY_SECTOR "按行业风险等级" "By the sector's grade"
    THE_LARGER "与类别的频次两端分别比较，取较大的：" "compared with the visits of the class, end by end; the larger counts:"
    ANNUAL_CAP "年度上限" "Yearly cap"
    CAP "不超过{0}；频次的上端更高的，以频次为准" "at most {0}, or the upper end of the visits where that is higher"
    USES_CAP "计入上限的" "What uses up the cap"
    NEXT_DUE "最迟检查日" "Next visit by"
    DUE "自最近一次检查（{0}）起，按每年最少次数平均间隔推算；没有检查过的，自成立之日起" "counted from the latest inspection ({0}) by the least number of visits a year; where there was none, from the day of registration"
    SPARES "少查一次" "A visit is spared"
    CAP_STAYS "不超过{0}，频次的上端更高的也不例外" "at most {0}, also where the upper end of the visits is higher"
    CAPS_OF_SECTORS "分领域的年度上限" "Yearly caps by sector"
    LARGEST_CAP "有几个领域的，取其中最大的：" "of an enterprise with several sectors the largest holds:"
    IN_FORCE "有效期" "In force"
    JUDGES_ON "{0}；期满以后仍按此评估，并注明已不在有效期内" "{0}; on other days it judges all the same, and the answer says that it is not in force"
    RESTS "{0}；不在有效期内的日期不按此评估" "{0}; it does not judge on other days"

    REPAIR "信用修复：类型、期限、条件和办理时限" "Credit repair: tracks, periods, conditions and deadlines"
    REPAIR_LEAD "谁处罚、谁修复。每项处罚按类型表中第一个符合的行处理；规定改变的，按日期分列。" "Who decided a penalty also repairs it. Each penalty runs on the first line that fits of the table; where the rules changed, each stretch of days has its own."
    WHOSE_PENALTIES "管哪些处罚" "Whose penalties"
    CLOCK "期限起算" "Periods run from"
    /// Around a word that is several words itself.
    QUOTED "“{0}”" "“{0}”"
    PUBLISH_WITHIN "公示或者报送期限" "To be published within"
    MODELLED_FROM "收录自" "Covered from"
    TABLES "详见" "See"
    IN_FULL "全称" "In full"
    APPLYING "申请" "Applying"
    DEREGISTRATION "企业注销" "Deregistration"
    DEREGISTERED_ENDS "停止公示，无需修复（{0}）" "publication ends; nothing is left to repair ({0})"
    LISTINGS "名录和名单的移出" "Removal from the lists"
    REMOVAL_OF "移出依据：{0}" "Removal, source: {0}"
    SERIOUS_YEARS "严重违法失信名单的列入期" "Time on the serious list"
    SERIOUS_REPAIR_YEARS "列入满多久可申请提前移出" "Early removal can be applied for after"
    ALL_OTHERS "其他处罚" "all other penalties"
    TRACK_AND_SEVERITY "处理类型“{0}”，失信程度{1}" "track “{0}”, severity {1}"
    WAY_STOPS "公示满{0}自动停止，无需申请" "publication stops by itself after {0}, without an application"
    WAY_BARRED "公示满{0}停止，在此之前不予修复" "publication stops after {0}; no repair before"
    WAY_AT_ONCE "随时可以申请修复，公示满{0}自动停止" "repair can be applied for at once; publication stops by itself after {0}"
    WAY_ON_APPLICATION "满{0}起可以申请修复，公示满{1}自动停止" "repair can be applied for after {0}; publication stops by itself after {1}"
    NOT_BEFORE_TERM "处罚有期限的，都不早于期限届满" "where the penalty has a term, neither day comes before its end"
    WITH_SOURCE "{0}。依据：{1}" "{0}. Source: {1}"
    ACCEPT "{0}内受理或者一次性告知补正" "accept, or ask once for what is missing, within {0}"
    DECIDE "{0}内作出决定" "decide within {0}"
    DECIDE_OR_EXTEND "{0}内作出决定（情况复杂的，可以延长{1}）" "decide within {0} ({1} more where the case is complex)"
    UNPUBLISH "{0}内停止公示或者移出" "end publication or remove within {0}"

    CONDITIONS "信用修复的条件" "Conditions of repair"
    CONDITIONS_LEAD "哪些处罚和名录要求哪些条件，见上一节的条件表。" "Which penalties and lists ask for which of them stands in the tables above."
    MET_WHEN "怎么认定" "Met when"
    DATE_KNOWN "已填写{0}，且不晚于评估日" "the date “{0}” is known and not after the as-of date"
    TERM_OVER "没有{0}，或者已经届满" "there is no date “{0}”, or it is over"
    NONE_OF "没有下列任何一项：" "there is none of this:"
    AFTER_TARGET "日期晚于要修复的这一项" "dated later than what is to be repaired"
    SAME_CATEGORY "违法行为类型相同" "for a violation of the same kind"
    CURE "不具备时" "Where it is not met"
    PAPERS "材料" "Papers"
    PAPERS_FOR "要交哪些材料" "Which papers are asked for"
    ON_CHANNEL "{0}，{1}" "{0}, {1}"
    CALLED_ON "在{0}上称为" "Called on {0}"
    MEASURES "相应措施" "Consequences"
    FOR_CLASSES "类别为{0}" "the class is {0}"
    ADVICE_SECTION "一句话建议" "The sentence of advice"
    ADVICE "建议怎么写" "Which sentence is given"
    FIRST_THAT_FITS "取第一个符合的" "The first that fits"
    WHERE_APPROACH "检查方式为{0}" "approach {0}"
    WITH_OPEN_LEADS "有未办结线索" "with open leads"
    WITHOUT_OPEN_LEADS "没有未办结线索" "without open leads"
    IS_KEY_CASE "是重点案件候选" "a candidate for a key case"
    IS_NO_KEY_CASE "不是重点案件候选" "no candidate for a key case"
    ALL_OTHER_CASES "其他情形" "in all other cases"

    PARAMETERS "数值" "Parameters"
    PARAMETERS_LEAD "每个数值都有依据；没有公开数值的，由本工具暂定，本机关可以调整。改动在关闭页面后失效，所有依据它的结果都会注明。" "Each value has its source; where no figure is published it is a default of this tool, which the authority can change. A change is temporary: it is gone when the page is closed, and every result that rests on it says so."
    NOW "现用" "Now"
    NOW_ON_ALL_DAYS "{0}，各日期均按此计算" "{0}, on all days"
    NOTE "说明" "Note"
    USED_BY "用于" "Used by"
    VALUE_FROM "{0}。依据：{1}" "{0}. Source: {1}"
    ACCORDING_TO "依据：{0}" "Source: {0}"
    VISITS_ONE "每年{0}次" "{0} a year"
    VISITS_RANGE "每年{0}至{1}次" "{0} to {1} a year"
    VISITS_UP_TO "每年至多{0}次，不要求必查" "at most {0} a year, none required"
    VISITS_NONE "不主动安排" "none on our own initiative"
    YUAN "元" "元"
    RANGE_WHOLE "{0}至{1}的整数" "a whole number from {0} to {1}"
    RANGE_MONEY "不小于0的金额，最多两位小数" "an amount, not below 0, with at most two decimals"
    RANGE_PERCENT "0至100，最多两位小数" "from 0 to 100, with at most two decimals"
    RANGE_VISITS "两个0至{0}的整数，前一个不大于后一个" "two whole numbers from 0 to {0}, the first not above the second"
    RANGE_DATE "一个日期，例如 2026-11-21" "a day, such as 2026-11-21"
    RANGE_ONE "选择一项" "one of these"
    RANGE_SOME "至少选择一项" "at least one of these"
    ONLY_BY_FILE "这是一张表，不能在这里改动，只能打开另一份规则文件。" "This is a table: it is not changed here, only by another file of rules."

    PRESETS "外地公布的数值（预设）" "Values published elsewhere (presets)"
    PRESETS_LEAD "其他地方或者某一次任务公布的数值，可以整组选用，关闭页面后失效；选用以后仍可逐项改动，所有依据它的结果都会注明。选用前请看说明：每一组都有表示不了的内容。" "Values that other places published, or that were those of one task, to be chosen as a whole, gone when the page is closed; each can still be changed, and every result that rests on one says so. Read the note first: each leaves something out."
    SETS "设定" "Sets"
    IN_USE "现用" "in use"
    PUBLISHED_ELSEWHERE "可选预设" "Presets"

    SOURCES "依据" "Sources"
    CITED_AS "引用为" "Cited as"
    KIND "性质" "Kind"
    VALIDITY "有效期" "In force"
    NO_VALIDITY "没有有效期" "no period of validity"
    BEGIN_UNKNOWN "施行日期不详" "the first day in force is not known"
    DATED "成文日期" "Dated"
    PUBLISHED "公布日期" "Published"
    NOT_IN_FORCE "评估日不在有效期内" "not in force on the as-of date"
    KNOWLEDGE "核对程度" "How well known"
    RESTING_ON_IT "以此为依据的" "What rests on it"
}

/// What a filter asks of a fact: as it is when it holds, and when it must not. How a fine counts of which the amount is not
/// known, the pack says.
pub(super) fn filter(field: Field, unknown_fine_is_small: bool) -> (Phrase, Phrase) {
    let both = |holds, not| (Phrase(holds), Phrase(not));
    let one = |holds| both(holds, holds);
    let defined = || both(&["属于“{0}”", "it is “{0}”"], &["不属于“{0}”", "it is not “{0}”"]);
    match field {
        Field::Standing => both(
            &["已作出，未被撤销，也未获准信用修复", "decided, neither annulled nor repaired"],
            &["已被撤销或者已获准信用修复", "annulled or repaired"],
        ),
        Field::Annulled => both(&["已被撤销", "annulled"], &["未被撤销", "not annulled"]),
        Field::Live => both(
            &["未被撤销、未获准信用修复，且尚在公示期内", "neither annulled nor repaired, and still published"],
            &["不在公示期内，或者已被撤销、已获准信用修复", "no longer published, or annulled or repaired"],
        ),
        Field::Simple | Field::Small | Field::Heavier => defined(),
        Field::Track => one(&["处理类型为{0}", "its track is {0}"]),
        Field::Severity => one(&["失信程度为{0}", "its severity is {0}"]),
        Field::Kinds => one(&["处罚类别中有{0}", "its kinds have {0}"]),
        Field::KindsOnly => one(&["处罚类别只有{0}，没有别的", "its kinds are {0} and nothing else"]),
        Field::Is => defined(),
        Field::Category => one(&["违法行为类型为{0}", "it is for {0}"]),
        Field::FineAtMost if unknown_fine_is_small => {
            one(&["有罚款的，数额不超过{0}或者不详", "any fine is at most {0} or not known"])
        }
        Field::FineAbove if unknown_fine_is_small => {
            one(&["有罚款，数额已知且超过{0}", "there is a fine, known and above {0}"])
        }
        Field::FineAtMost => one(&["有罚款的，数额已知且不超过{0}", "any fine is known and at most {0}"]),
        Field::FineAbove => one(&["有罚款，数额超过{0}或者不详", "there is a fine, above {0} or not known"]),
        Field::FineDiscretion => {
            one(&["有罚款的，裁量阶次为{0}，或者不详", "the step of discretion of any fine is {0}, or not known"])
        }
        Field::Discretion => one(&["裁量阶次为{0}", "its step of discretion is {0}"]),
        Field::Procedure => one(&["处罚程序为{0}", "it was decided by {0}"]),
        Field::Sector => one(&[
            "监管领域为{0}（处罚没有写明的，看企业的监管领域）",
            "its sector — where it has none, any sector of the enterprise — is {0}",
        ]),
        Field::AuthoritySystem => one(&["机关为{0}", "by {0}"]),
        Field::Scope => one(&["计入的处罚：{0}", "whose penalties count: {0}"]),
        Field::OnList => both(
            &["已列入，尚未移出，也未到期", "listed, and neither removed nor ended"],
            &["没有列入，或者已经移出、到期", "not listed, or removed, or ended"],
        ),
        Field::AbnormalReason => one(&["列入原因为{0}", "listed because: {0}"]),
        Field::LeadKind => one(&["线索类型为{0}", "its kind is {0}"]),
        Field::Open => both(&["尚未办结", "not closed"], &["已经办结", "closed"]),
        Field::Mode => one(&["检查方式为{0}", "{0}"]),
        Field::Basis => one(&["检查类型为{0}", "its occasion is {0}"]),
        Field::Result => one(&["检查结果为{0}", "its result is {0}"]),
        Field::CommitmentKind => one(&["承诺类型为{0}", "its kind is {0}"]),
        Field::Any => one(&["符合下列之一（{0}）", "one of these is so ({0})"]),
        Field::All => one(&["同时符合（{0}）", "all of this is so ({0})"]),
        Field::Not => one(&["不属于下列情形（{0}）", "this is not so ({0})"]),
        Field::EnterpriseKind => one(&["主体类型为{0}", "its kind is {0}"]),
        Field::Status => one(&["登记状态为{0}", "its status is {0}"]),
        Field::AnySector => one(&["监管领域有{0}", "its sectors have {0}"]),
        Field::WorstGrade => one(&["风险等级（有几个领域的取最差的）为{0}", "the worst of its risk grades is {0}"]),
        Field::Region => one(&["行政区划代码以{0}开头", "the code of its region begins with {0}"]),
        Field::Industry => one(&["行业代码以{0}开头", "the code of its trade begins with {0}"]),
        Field::GradeOf => one(&["{0}", "{0}"]),
        Field::RegisteredWithin => one(&["成立{0}以内", "registered within {0}"]),
        Field::Breached => both(&["已违背承诺", "broken"], &["没有违背承诺", "not broken"]),
    }
}

/// What a date is called: the heading of its column in the files that offices exchange.
pub(super) fn date(field: DateField) -> Phrase {
    let words: &[&str; 2] = match field {
        DateField::DecidedOn => &["处罚决定日期", "decided on"],
        DateField::PublishedOn => &["公示日期", "published on"],
        DateField::FulfilledOn => &["履行完毕日期", "fulfilled on"],
        DateField::HarmEliminatedOn => &["消除危害日期", "harm removed on"],
        DateField::CommitmentOn => &["信用承诺日期", "commitment on"],
        DateField::RepairedOn => &["信用修复日期", "repaired on"],
        DateField::AnnulledOn => &["撤销日期", "annulled on"],
        DateField::ListedOn => &["列入日期", "listed on"],
        DateField::CorrectedOn => &["纠正日期", "corrected on"],
        DateField::RemovedOn => &["移出日期", "removed on"],
        DateField::MeasuresEndOn => &["管理措施截止日期", "measures end on"],
        DateField::ReceivedOn => &["收到日期", "received on"],
        DateField::ClosedOn => &["办结日期", "closed on"],
        DateField::On => &["检查日期", "on"],
        DateField::MadeOn => &["承诺日期", "made on"],
        DateField::BreachedOn => &["违诺日期", "broken on"],
    };
    Phrase(words)
}
