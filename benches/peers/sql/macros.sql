-- What is in a cell: nothing, where an office writes one of its marks of an empty one.
CREATE OR REPLACE MACRO filled(cell) AS
  CASE WHEN cell IN ('', '— —', '——', '—', '-', '/', '无') THEN NULL ELSE cell END;

-- A day in any of the forms in which offices write it.
CREATE OR REPLACE MACRO day(cell) AS
  CASE
    WHEN cell IS NULL OR cell = '' THEN NULL
    WHEN cell[5] = '-' THEN try_cast(cell AS DATE)
    ELSE try_strptime(cell, ['%Y%m%d', '%Y/%m/%d', '%Y年%m月%d日', '%Y.%m.%d'])::DATE
  END;

CREATE OR REPLACE MACRO is_market_regulation(name) AS
  filled(name) IS NULL OR contains(name, '市场监督管理') OR contains(name, '市场监管')
    OR contains(name, '药品监督管理') OR contains(name, '知识产权');

CREATE OR REPLACE MACRO table_of(file) AS TABLE
  SELECT * FROM read_csv(file, header = true, all_varchar = true, delim = ',', quote = '"', nullstr = '');
