//! Words of the glossary. Its terms are texts of the help: www/help/.

use super::phrases;

phrases! {
    NAV_GLOSSARY "词语" "Glossary"
    GLOSSARY_LEAD "帮助中解释的全部词语和各自的依据。点一下词语，就到它在帮助中的位置。" "All terms that the help explains, and what they rest on. A term leads to its place in the help."
    FIND_TERMS "按词语或者解释查找" "Find in terms and explanations"
    TERMS_FOUND "共 {0} 个词语" "Terms: {0}"
    NO_TERM_FOUND "没有词语含有“{0}”。请换一个词，或者清空查找框，查看全部词语。" "No term says “{0}”. Try another word, or empty the field to see all terms."
}
