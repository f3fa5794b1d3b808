SELECT `t0`.`name` COLLATE utf8mb4_0900_bin AS `c0`
FROM `country` AS `t0`
WHERE (`t0`.`code` IN (
  SELECT v COLLATE utf8mb4_unicode_ci
  FROM JSON_TABLE(?, '$[*]' COLUMNS (v LONGTEXT PATH '$' ERROR ON ERROR)) AS l
) AND `t0`.`code` COLLATE utf8mb4_0900_bin IN (
  SELECT v COLLATE utf8mb4_0900_bin
  FROM JSON_TABLE(?, '$[*]' COLUMNS (v LONGTEXT PATH '$' ERROR ON ERROR)) AS l
))
ORDER BY `t0`.`code`
