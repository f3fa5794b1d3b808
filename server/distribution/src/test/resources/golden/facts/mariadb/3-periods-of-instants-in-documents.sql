SELECT `t1`.`k1` AS `c0`, `t1`.`a1` AS `c1`
FROM (
  SELECT CAST(DATE(`documents`.`v0`) - INTERVAL WEEKDAY(`documents`.`v0`) DAY AS DATETIME) AS `k1`, COUNT(*) AS `a1`
  FROM (
    SELECT (
      SELECT CAST(REGEXP_REPLACE(v, '(Z|[+-][0-9]{2}:?[0-9]{2})$', '') AS DATETIME(6)) - INTERVAL COALESCE(NULLIF(REGEXP_SUBSTR(v,
         '[+-][0-9]{2}:[0-9]{2}$'), ''), '0:0') HOUR_MINUTE
      FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."paid"."at"' ERROR ON ERROR)) AS j
    ) AS `v0`
    FROM `tf_sales` AS `t0`
    LIMIT 9223372036854775807
  ) AS `documents`
  GROUP BY 1
) AS `t1`
ORDER BY `t1`.`a1` IS NULL DESC, `t1`.`a1` DESC, `t1`.`k1` IS NULL, `t1`.`k1`
