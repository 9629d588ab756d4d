//! Words of the assessment of one enterprise.

use super::phrases;

phrases! {
    ANSWER "评估结果" "Assessment"
    SAVE "保存记录" "Save the record"
    SAVED_AS "已保存为“{0}”。" "Saved as “{0}”."
    NOT_SAVED "浏览器没有保存文件。请检查是否禁止了下载。" "The browser saved no file. Check whether downloads are blocked."
    KEY_CASE_FLAG "重点案件候选" "Key-case candidate"
    OPEN_LEADS_FLAG "有未办结线索" "Open leads"
    NOT_ASSESSED "不评估" "not assessed"
    FILL_IN_FIRST "还缺：{0}。填好后即评估。" "Missing: {0}. It is assessed once they are there."
    FOUNDED_LATER "成立日期为{0}。请换一个评估日，或者核对成立日期。" "The registration is of {0}. Choose another as-of date, or check the registration."
    FACTS_NOT_COUNTED "{0}项{1}未计入" "Not counted: {0} ({1})"

    SCORES "评分" "Scores"
    /// A score by its name, and its sum.
    SCORE_SUM "{0}：{1}分" "{0}: {1} points"
    SCORE_NONE "{0}：缺少指标，不能评分" "{0}: no score, a figure is missing"
    SCORE_GRADE "{0}，{1}" "{0}; grade {1}"
    SCORE_AT_LEAST "等级受限：{0}" "The grade is no better because of this: {0}"
    SCORE_OVERRULED "档案中已有{0}领域的风险等级，以档案为准。" "The record has a risk grade for the sector {0}, which counts."
    SCORE_PART "项目" "Item"
    SCORE_VALUE "情况" "What is known"
    SCORE_POINTS "得分" "Points"
    SCORE_MISSING "未填写" "not known"
    SCORE_FACTS "{0}项" "{0}"
    FIGURES_OF_RULES "指标" "Figures"
    FIGURE_FAULT "“{0}”不能用，{1}。" "\"{0}\" cannot be used: write {1}."

    KEY_CASE "重点案件候选" "Key-case candidate"
    IS_KEY_CASE "重点案件候选（待认定）：" "A candidate for a key case, to be decided:"
    IS_NO_KEY_CASE "不是重点案件候选。" "It is no candidate for a key case."
    KEY_COUNT "{0}至{1}受到行政处罚且未获准信用修复 {2} 次；满 {3} 次即为重点案件候选。" "From {0} to {1}: {2} penalties without approved repair; {3} make a candidate."

    KEY_COUNT_OF_ALL "计入 {0} 项；满 {1} 项即为重点案件候选。" "Counted: {0}; {1} make a candidate."

    /// Between the clauses of a sentence.
    CLAUSE "；" "; "
    /// Between sentences.
    SENTENCE "" " "
    /// Between conditions that are listed.
    AND_THEN "、" "; "

    FORECAST "今后的变化" "What will change"
    FORECAST_LINE "{0}起：" "From {0}: "
    NO_FORECAST "今后{0}年内，如果什么都不发生，类别不变。" "If nothing happens, the class stays the same for {0} years."
    FORECAST_NOTE "假设今后没有新的处罚、修复或者其他事实。" "Supposing no new penalty, repair or other fact."

    DISCLOSURE "公示期限" "Publication deadlines"
    DISCLOSURE_PENALTY "处罚" "Penalty"
    DISCLOSURE_GSXT "国家企业信用信息公示系统最迟" "Publicity system by"
    DISCLOSURE_CREDIT_CHINA "信用中国最迟" "Credit China by"
    DISCLOSURE_LATE "迟延" "Late by"
    IN_TIME "未迟延" "in time"

    MEASURES "相应措施" "Consequences"
    /// The way of inspecting, and how many visits a year.
    MEASURE_INSPECTION "检查：{0}，{1}" "Inspection: {0}; visits: {1}"
    RULES_USED "规则版本：{0}，第{1}版" "Rules: {0}, version {1}"
    DIGEST "核对码" "Digest of the rules"
}
