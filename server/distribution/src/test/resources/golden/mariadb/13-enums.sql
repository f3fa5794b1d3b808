SELECT `t0`.`order_id` AS `c0`, `t0`.`status` COLLATE utf8mb4_nopad_bin AS `c1`
FROM `order` AS `t0`
WHERE (`t0`.`status` IN (
  SELECT v COLLATE utf8mb4_unicode_ci
  FROM JSON_TABLE(?, '$[*]' COLUMNS (v LONGTEXT PATH '$' ERROR ON ERROR)) AS l
) AND `t0`.`status` COLLATE utf8mb4_nopad_bin IN (
  SELECT v COLLATE utf8mb4_nopad_bin
  FROM JSON_TABLE(?, '$[*]' COLUMNS (v LONGTEXT PATH '$' ERROR ON ERROR)) AS l
))
ORDER BY `t0`.`order_id`
