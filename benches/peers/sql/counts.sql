-- Of each penalty what the rules ask, then of each enterprise what they count.
CREATE OR REPLACE TABLE standing AS
WITH
  read AS (
    SELECT
      penalties.* EXCLUDE (sector),
      coalesce(penalties.sector, register.sector) IN ('食品', '药品', '医疗器械', '化妆品', '特种设备', '重点工业产品') AS safety,
      list_contains(kinds, '罚款') AS has_fine,
      coalesce(CASE WHEN published <= $AS_OF THEN published END, publication.latest) AS published_by
    FROM penalties
    LEFT JOIN register USING (uscc)
    LEFT JOIN publication USING (decided)
    WHERE decided <= $AS_OF
      AND NOT coalesce(repaired <= $AS_OF, false)
      AND NOT coalesce(annulled <= $AS_OF, false)
  ),
  told AS (
    SELECT
      *,
      by_simple_procedure AND list_has_all(['警告', '罚款'], kinds) AND (NOT has_fine OR coalesce(fine <= 3000, false)) AS simple,
      list_has_all(['警告', '通报批评', '罚款'], kinds)
        AND (NOT has_fine OR (coalesce(fine <= 50000, false) AND coalesce(discretion, '从轻') IN ('从轻', '减轻'))) AS small,
      market AND list_has_all(['警告'], kinds) AS warning_alone,
      list_has_any(
        kinds,
        ['降低资质等级', '吊销许可证件', '吊销营业执照', '责令关闭', '限制开展生产经营活动', '限制从业', '责令停产停业']
      ) OR (NOT market AND list_has_any(kinds, ['暂扣许可证件', '暂扣或吊销许可证', '暂扣或吊销执照'])) AS heavy
    FROM read
  ),
  weighed AS (
    SELECT
      *,
      simple OR small OR warning_alone AS minor,
      CASE
        WHEN heavy THEN greatest(published_or_decided + INTERVAL 36 MONTH, term)
        WHEN NOT market THEN greatest(published_or_decided + INTERVAL 12 MONTH, term)
        WHEN safety THEN published_or_decided + INTERVAL 36 MONTH
        ELSE published_or_decided + INTERVAL 12 MONTH
      END AS stops
    FROM (SELECT *, CASE WHEN market THEN published_by ELSE decided END AS published_or_decided FROM told)
  )
SELECT
  uscc,
  category,
  decided + INTERVAL 36 MONTH >= $AS_OF AS within_36,
  decided + INTERVAL 24 MONTH >= $AS_OF AS within_24,
  minor AND decided + INTERVAL 12 MONTH >= $AS_OF AS minor_within_12,
  NOT minor AND heavy AND stops > $AS_OF AS serious,
  NOT minor AND NOT heavy AND stops > $AS_OF AS general
FROM weighed;

CREATE OR REPLACE TABLE counted AS
SELECT
  uscc,
  count(*) FILTER (within_36) AS within_36,
  count(*) FILTER (minor_within_12) AS minor_within_12,
  bool_or(serious) AS serious,
  bool_or(general) AS general
FROM standing GROUP BY uscc;

CREATE OR REPLACE TABLE repeated AS
SELECT DISTINCT uscc
FROM (SELECT uscc FROM standing WHERE within_24 AND category IS NOT NULL GROUP BY uscc, category HAVING count(*) >= 3);

CREATE OR REPLACE TABLE unrectified AS
SELECT uscc
FROM inspections
WHERE result IS NOT NULL AND inspected <= $AS_OF
GROUP BY uscc
HAVING arg_max(result, (inspected, result)) = 4 AND max(inspected) + INTERVAL 12 MONTH >= $AS_OF;

CREATE OR REPLACE VIEW ruled AS
SELECT
  register.uscc,
  register.grade,
  register.uscc IN (
    SELECT uscc FROM serious
    WHERE listed <= $AS_OF
      AND NOT coalesce(removed <= $AS_OF, false)
      AND greatest(listed + INTERVAL 36 MONTH, term) > $AS_OF
  ) AS serious_list,
  coalesce(counted.within_36 >= 10, false) AS ten_penalties,
  coalesce(counted.serious, false) AS serious_penalty,
  register.uscc IN (SELECT uscc FROM repeated) AS repeat_offence,
  register.uscc IN (
    SELECT uscc FROM court WHERE listed <= $AS_OF AND NOT coalesce(removed <= $AS_OF, false)
  ) AS court_list,
  coalesce(counted.general, false) AS live_penalty,
  register.uscc IN (
    SELECT uscc FROM abnormal WHERE listed <= $AS_OF AND NOT coalesce(removed <= $AS_OF, false)
  ) AS abnormal_list,
  coalesce(counted.minor_within_12 >= 3, false) AS minor_penalties,
  register.uscc IN (
    SELECT uscc FROM commitments WHERE breached <= $AS_OF AND breached + INTERVAL 12 MONTH >= $AS_OF
  ) AS breached_commitment,
  register.uscc IN (SELECT uscc FROM unrectified) AS unrectified
FROM register LEFT JOIN counted USING (uscc);

CREATE OR REPLACE VIEW judged AS
SELECT
  *,
  CASE
    WHEN grade = 'D' AND credit_class = 'general' THEN 'high_risk'
    WHEN grade = 'D' AND credit_class = 'good' THEN 'general'
    ELSE credit_class
  END AS class
FROM (
  SELECT
    *,
    CASE
      WHEN serious_list OR ten_penalties OR serious_penalty OR repeat_offence OR court_list THEN 'high_risk'
      WHEN live_penalty OR abnormal_list OR minor_penalties OR breached_commitment OR unrectified THEN 'general'
      ELSE 'good'
    END AS credit_class
  FROM ruled
);
