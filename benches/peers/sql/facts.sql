-- The files as tables of facts. A row without a code belongs to the enterprise with its name, if there is but one; the
-- joins compare one expression with one column, because anything more would be looked up pair by pair.
CREATE OR REPLACE TABLE register AS
SELECT 统一社会信用代码 AS uscc, 企业名称 AS name, filled(监管领域) AS sector, filled(风险等级) AS grade
FROM table_of('经营主体.csv');

CREATE OR REPLACE TABLE named AS
SELECT name, any_value(uscc) AS uscc FROM register GROUP BY name HAVING count(*) = 1;

CREATE OR REPLACE TABLE penalties AS
SELECT DISTINCT ON (uscc, coalesce(document, row_number::VARCHAR), decided) *
FROM (
  SELECT
    coalesce(统一社会信用代码, named.uscc) AS uscc,
    row_number() OVER () AS row_number,
    filled(行政处罚决定书文号) AS document,
    filled(违法行为类型) AS category,
    list_transform(
      string_split_regex(处罚类别, '[、，,；;/]'),
      lambda word: CASE WHEN starts_with(word, '其他-') THEN '其他' ELSE trim(word) END
    ) AS kinds,
    try_cast(filled("罚款金额（万元）") AS DECIMAL(18, 6)) * 10000 AS fine,
    day(处罚决定日期) AS decided,
    day(公示日期) AS published,
    CASE
      WHEN 处罚有效期 <> '2099-12-31'
        AND list_has_any(kinds, ['限制开展生产经营活动', '限制从业', '暂扣许可证件', '暂扣或吊销许可证', '暂扣或吊销执照', '责令停产停业'])
      THEN day(处罚有效期)
    END AS term,
    is_market_regulation(处罚机关) AS market,
    coalesce(处罚程序 = '简易程序', false) AS by_simple_procedure,
    filled(监管领域) AS sector,
    filled(裁量阶次) AS discretion,
    day(信用修复日期) AS repaired,
    day(撤销日期) AS annulled
  FROM table_of('行政处罚.csv') LEFT JOIN named ON named.name = CASE WHEN 统一社会信用代码 IS NULL THEN 行政相对人名称 END
  WHERE 行政相对人类别 IS DISTINCT FROM '自然人'
)
WHERE uscc IS NOT NULL
ORDER BY row_number;

CREATE OR REPLACE TABLE abnormal AS
SELECT coalesce(统一社会信用代码, named.uscc) AS uscc, day(列入日期) AS listed, day(移出日期) AS removed
FROM table_of('经营异常名录.csv') LEFT JOIN named ON named.name = CASE WHEN 统一社会信用代码 IS NULL THEN 企业名称 END;

CREATE OR REPLACE TABLE serious AS
SELECT
  coalesce(统一社会信用代码, named.uscc) AS uscc,
  day(列入日期) AS listed,
  day(管理措施截止日期) AS term,
  day(移出日期) AS removed
FROM table_of('严重违法失信名单.csv') LEFT JOIN named ON named.name = CASE WHEN 统一社会信用代码 IS NULL THEN 企业名称 END;

CREATE OR REPLACE TABLE court AS
SELECT coalesce(统一社会信用代码, named.uscc) AS uscc, day(发布日期) AS listed, day(移除日期) AS removed
FROM table_of('失信被执行人.csv') LEFT JOIN named ON named.name = CASE WHEN 统一社会信用代码 IS NULL THEN 企业名称 END;

CREATE OR REPLACE TABLE inspections AS
SELECT
  coalesce(统一社会信用代码, named.uscc) AS uscc,
  day(检查日期) AS inspected,
  CASE 检查结果 WHEN '未按要求整改' THEN 4 WHEN '发现违法行为' THEN 3 WHEN '已整改' THEN 2 WHEN '未发现问题' THEN 1 END AS result
FROM table_of('检查记录.csv') LEFT JOIN named ON named.name = CASE WHEN 统一社会信用代码 IS NULL THEN 企业名称 END
WHERE is_market_regulation(检查部门);

CREATE OR REPLACE TABLE commitments AS
SELECT coalesce(统一社会信用代码, named.uscc) AS uscc, day(违诺日期) AS breached
FROM table_of('信用承诺.csv') LEFT JOIN named ON named.name = CASE WHEN 统一社会信用代码 IS NULL THEN 企业名称 END
WHERE 违诺日期 IS NOT NULL;
