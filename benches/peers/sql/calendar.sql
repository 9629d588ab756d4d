-- For each day the latest lawful day of publication of a penalty that was decided on it: 20 working days later.
CREATE OR REPLACE TABLE publication AS
WITH
  workdays AS (
    SELECT day::DATE AS day, row_number() OVER (ORDER BY day::DATE) AS number
    FROM read_csv('workdays.csv', header = true, all_varchar = true)
  ),
  days AS (
    SELECT range::DATE AS day
    FROM range((SELECT min(day) FROM workdays)::TIMESTAMP, $AS_OF::TIMESTAMP + INTERVAL 1 DAY, INTERVAL 1 DAY)
  ),
  numbered AS (SELECT days.day, workdays.number FROM days ASOF JOIN workdays ON days.day >= workdays.day)
SELECT numbered.day AS decided, workdays.day AS latest
FROM numbered JOIN workdays ON workdays.number = numbered.number + 20;
