CREATE OR REPLACE TABLE verdicts AS
SELECT
  uscc,
  class,
  concat_ws(
    ',',
    CASE WHEN serious_list THEN 'serious_list' END,
    CASE WHEN ten_penalties THEN 'ten_penalties' END,
    CASE WHEN serious_penalty THEN 'serious_penalty' END,
    CASE WHEN repeat_offence THEN 'repeat_offence' END,
    CASE WHEN court_list THEN 'court_list' END,
    CASE WHEN live_penalty THEN 'live_penalty' END,
    CASE WHEN abnormal_list THEN 'abnormal_list' END,
    CASE WHEN minor_penalties THEN 'minor_penalties' END,
    CASE WHEN breached_commitment THEN 'breached_commitment' END,
    CASE WHEN unrectified THEN 'unrectified' END,
    CASE WHEN class <> credit_class THEN 'risk_grade' END
  ) AS rules
FROM judged;
