//! Words of the timeline.

use super::phrases;

phrases! {
    TIMELINE "时间线" "Timeline"
    LANE_PENALTY "处罚" "Penalties"
    LANE_PUBLICATION "公示" "Publication"
    LANE_LISTING "名录" "Lists"
    LANE_INSPECTION "检查" "Inspections"
    LANE_REPAIR "修复" "Repair"
    LANE_CLASS "类别" "Class"
    /// What it is, and its days.
    SPAN "{1}至{2}，{0}" "{1} to {2}: {0}"
    SPAN_OPEN "自{1}起，{0}" "from {1}: {0}"
    POINT "{1}，{0}" "{1}: {0}"
    /// Words with the fact that they are about.
    ABOUT_FACT "{0}（{1}）" "{0} ({1})"
    /// Several that are drawn as one.
    TOGETHER "{0}：{1}项，{2}至{3}" "{0}: {1}, from {2} to {3}"
    TOGETHER_MORE "另有{0}项，见下面的表。" "{0} more: see the table below."

    PERIOD "时段" "Period"
    PERIOD_ALL "全部" "All"
    PERIOD_PAST "近3年" "Past 3 years"
    PERIOD_AROUND "前后1年" "A year either side"
    PERIOD_AHEAD "今后" "To come"
    ZOOM_IN "放大" "Zoom in"
    ZOOM_OUT "缩小" "Zoom out"
    EARLIER "更早" "Earlier"
    LATER "更晚" "Later"
    SHOWN "{0}至{1}" "{0} to {1}"
    OUT_BEFORE "；更早的{0}项" "; earlier: {0}"
    OUT_AFTER "；更晚的{0}项" "; later: {0}"
    TICK_YEAR "{0}年" "{0}"
    /// The number of a month, and its English name.
    TICK_MONTH "{0}月" "{1}"
    TIMELINE_KEY "虚线：今后。数字：几项合在一起。" "Dashed: to come. A number: so many together."
    TIMELINE_HINT "指向一项，或者用方向键选择，看它的说明；点按或者回车，到它的事实。＋、－放大缩小，Page Up、Page Down 看更早更晚。" "Point at a mark, or choose it by the arrow keys, for its words; press it, or Enter, for its fact. + and - zoom, Page Up and Page Down move."

    TIMELINE_TABLE "时间线列表（{0}项）" "The timeline as a table ({0})"
    COLUMN_LANE "分类" "Lane"
    COLUMN_FROM "自" "From"
    COLUMN_TO "至" "To"
    COLUMN_WHAT "内容" "What"
    COLUMN_STATE "状态" "State"
    STATE_PAST "已过" "past"
    STATE_CURRENT "当前" "current"
    STATE_COMING "今后" "to come"
    NO_END "未定" "open"
}
