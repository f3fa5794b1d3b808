WITH RECURSIVE `b0` AS (
  SELECT *
  FROM (
    SELECT `t0`.`publisher_id` AS `n`, `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c0`, `t0`.`publisher_id` AS `k0`
    FROM `publisher` AS `t0`
    ORDER BY `t0`.`publisher_id`
    LIMIT 5
  ) AS `r`
  UNION ALL
  SELECT *
  FROM `b0`
  WHERE 1 = 0
)
SELECT 0 AS `c0`, NULL AS `c1`, `b0`.`n` AS `c2`, `b0`.`c0` AS `c3`, NULL AS `c4`, NULL AS `c5`, NULL AS `c6`
FROM `b0`
UNION ALL
SELECT 1 AS `c0`, `x`.`p` AS `c1`, `x`.`n` AS `c2`, `x`.`c2` AS `c3`, `x`.`c0` AS `c4`, `x`.`c1` AS `c5`, NULL AS `c6`
FROM (
  SELECT `b0`.`n` AS `p`, ROW_NUMBER() OVER (PARTITION BY `b0`.`n` ORDER BY `t1`.`price` DESC, `t1`.`book_id`) AS `n`, `t1`.`price` AS `c0`,
     `t1`.`book_id` AS `c1`, `t1`.`title` COLLATE utf8mb4_nopad_bin AS `c2`
  FROM `b0`
  JOIN `book` AS `t1` ON `t1`.`publisher_id` = `b0`.`k0`
) AS `x`
WHERE `x`.`n` <= 4
UNION ALL
SELECT 2 AS `c0`, `b0`.`n` AS `c1`, 1 AS `c2`, NULL AS `c3`, NULL AS `c4`, NULL AS `c5`, COUNT(*) AS `c6`
FROM `b0`
JOIN `book` AS `t2` ON `t2`.`publisher_id` = `b0`.`k0`
GROUP BY 2
