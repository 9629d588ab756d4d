//! Words around the texts of the help, which are files of their own: www/help/.

use super::phrases;

phrases! {
    NAV_HELP "帮助" "Help"
    HELP_CONTENTS "目录" "Contents"
    HELP_SOURCES "依据：" "Source: "
    HELP_UNREACHABLE "帮助的内容没有取到（{0}）。请检查网络后重试；页面的其他功能不受影响。" "The texts of the help could not be fetched ({0}). Check the network and try again; all else works without them."
    HELP_DAMAGED "文件不完整" "the file is damaged"
    RETRY "重试" "Try again"
    /// The name of the small link beside a heading that leads to its entry in the glossary.
    WHAT_IT_MEANS "“{0}”的解释" "What “{0}” means"
}
