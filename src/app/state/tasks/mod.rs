//! What changes the state, one verb a file. Effects on the browser (workers, files, storage, address) happen here only.

mod clerk;
mod day;
mod files;
mod folder;
mod help;
mod keep;
mod language;
mod notice;
mod office;
mod opening;
mod paste;
mod print;
mod record;
mod rows;
mod rules;
mod worker;

pub use crate::worker::today;
pub use clerk::Clerk;
pub use day::{DayFault, read_day, set_as_of};
pub use files::{cancel, open_files, open_given, open_sample_enterprise};
pub use folder::{listed, open_dropped};
pub use help::fetch_help;
pub use keep::{keep_district, lay_over, restore_district, save_district, stop_laying, take_back, unseal, wipe_all};
pub use language::switch_language;
pub(super) use notice::notice;
pub use notice::{dismiss, tell};
pub use office::{
    fetch_office, hand_over, hand_over_when_prepared, open_in_office, take_handover, want_office_if_kept,
};
pub use opening::open;
pub use paste::{dismiss_paste, keep_pasted, paste_rows};
pub use print::{print, print_soon};
pub use record::{
    Open, change, change_in, close_all_records, close_record, keep_open, new_record, record_to_save, reopen_records,
    request_record, save_record, step, tell_not_kept, unfold,
};
pub use rows::{
    change_list, list_request, print_list, read_again, request_list, request_report, save_list, save_problems,
    show_columns,
};
pub use rules::{
    choose_preset, drop_rules, forget_calendar, give_rules, keep_calendar, release_clerk, request_book,
    request_kept_rules, restore, save_parameters, set_parameter,
};
