SELECT TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST(`t1`.`k1` + 0.0 AS CHAR))) AS `c0`, TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST(`t1`.`a1` + 0.0 AS CHAR))) AS `c1`,
   TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST(`t1`.`a2` + 0.0 AS CHAR))) AS `c2`
FROM (
  SELECT CAST(`documents`.`v0` AS DECIMAL(65, 30)) AS `k1`, CASE WHEN ABS(SUM(`documents`.`v0`)) < 1e65 THEN SUM(`documents`.`v0`) WHEN COUNT(`documents`.`v0`) > 0 THEN (1 + CHAR_LENGTH(COUNT(`documents`.`v0`))) + 9223372036854775807 END AS `a1`,
     MAX(CAST(`documents`.`v0` AS DECIMAL(65, 30))) AS `a2`
  FROM (
    SELECT (
      SELECT CASE WHEN v IS NULL THEN NULL WHEN v REGEXP '^-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?$' THEN CAST(v AS DECIMAL(65,
         30)) ELSE (1 + CHAR_LENGTH(v)) + 9223372036854775807 END
      FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."discount"' ERROR ON ERROR)) AS j
    ) AS `v0`
    FROM `tf_sales` AS `t0`
    LIMIT 9223372036854775807
  ) AS `documents`
  GROUP BY 1
) AS `t1`
ORDER BY `t1`.`k1` IS NULL, `t1`.`k1`
