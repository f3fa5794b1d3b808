WITH `b0` AS (
  SELECT ROW_NUMBER() OVER (ORDER BY (
    SELECT CASE WHEN v IS NULL THEN NULL WHEN v REGEXP '^-?[0-9]{1,19}$' THEN CAST(v AS SIGNED) ELSE (1 + CHAR_LENGTH(v)) + 9223372036854775807 END
    FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."order_id"' ERROR ON ERROR)) AS j
  ) IS NULL, (
    SELECT CASE WHEN v IS NULL THEN NULL WHEN v REGEXP '^-?[0-9]{1,19}$' THEN CAST(v AS SIGNED) ELSE (1 + CHAR_LENGTH(v)) + 9223372036854775807 END
    FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."order_id"' ERROR ON ERROR)) AS j
  )) AS `n`, CONVERT((
    SELECT v
    FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."status"' ERROR ON ERROR)) AS j
  ) USING utf8mb4) COLLATE utf8mb4_0900_bin AS `c0`, `t1`.`name` COLLATE utf8mb4_0900_bin AS `c1`, `t2`.`order_id` IS NOT NULL AS `c2`,
     `t2`.`gift` AS `c3`, `t2`.`order_id` AS `k0`
  FROM `v_order_summary` AS `t0`
  LEFT JOIN `customer` AS `t1` ON `t1`.`customer_id` = `t0`.`customer_id`
  LEFT JOIN `order` AS `t2` ON `t2`.`order_id` = `t0`.`order_id`
  ORDER BY (
    SELECT CASE WHEN v IS NULL THEN NULL WHEN v REGEXP '^-?[0-9]{1,19}$' THEN CAST(v AS SIGNED) ELSE (1 + CHAR_LENGTH(v)) + 9223372036854775807 END
    FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."order_id"' ERROR ON ERROR)) AS j
  ) IS NULL, (
    SELECT CASE WHEN v IS NULL THEN NULL WHEN v REGEXP '^-?[0-9]{1,19}$' THEN CAST(v AS SIGNED) ELSE (1 + CHAR_LENGTH(v)) + 9223372036854775807 END
    FROM JSON_TABLE(`t0`.`data`, '$' COLUMNS (v LONGTEXT PATH '$."order_id"' ERROR ON ERROR)) AS j
  )
  LIMIT 5
)
SELECT 0 AS `c0`, NULL AS `c1`, `b0`.`n` AS `c2`, `b0`.`c0` AS `c3`, `b0`.`c1` AS `c4`, `b0`.`c2` AS `c5`, `b0`.`c3` AS `c6`,
   NULL AS `c7`
FROM `b0`
UNION ALL
SELECT 1 AS `c0`, `b0`.`n` AS `c1`, ROW_NUMBER() OVER (PARTITION BY `b0`.`n` ORDER BY `t3`.`order_id`, `t3`.`line_number`) AS `c2`,
   NULL AS `c3`, NULL AS `c4`, NULL AS `c5`, NULL AS `c6`, `t3`.`quantity` AS `c7`
FROM `b0`
JOIN `order_line` AS `t3` ON `t3`.`order_id` = `b0`.`k0`
