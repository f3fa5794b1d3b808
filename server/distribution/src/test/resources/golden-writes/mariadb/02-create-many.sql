INSERT INTO `warehouse` (`warehouse_id`, `name`, `opens`, `closes`, `handling`, `location`)
SELECT `w`.`c0`, `w`.`c1`, `w`.`c2`, `w`.`c3`, `w`.`c4`, `w`.`c5`
FROM (
  SELECT `c0` AS `c0`, `c1` COLLATE utf8mb4_unicode_ci AS `c1`, CAST(`c2` AS TIME(6)) AS `c2`, CAST(`c3` AS TIME(6)) AS `c3`,
     `c4` COLLATE utf8mb4_unicode_ci AS `c4`, `c5` AS `c5`, `ordinal`
  FROM JSON_TABLE(?, '$[*]' COLUMNS (`c0` BIGINT PATH '$[0]' ERROR ON ERROR, `c1` LONGTEXT PATH '$[1]' ERROR ON ERROR, `c2` VARCHAR(40) PATH '$[2]' ERROR ON ERROR,
     `c3` VARCHAR(40) PATH '$[3]' ERROR ON ERROR, `c4` LONGTEXT PATH '$[4]' ERROR ON ERROR, `c5` LONGTEXT PATH '$[5]' ERROR ON ERROR,
     `ordinal` FOR ORDINALITY)) AS `r`
) AS `w`
ORDER BY `w`.`ordinal`

SELECT `t0`.`warehouse_id` AS `c0`, `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c1`, `t0`.`opens` AS `c2`, `t0`.`closes` AS `c3`,
   `t0`.`handling` COLLATE utf8mb4_nopad_bin AS `c4`, CONVERT(`t0`.`location` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c5`
FROM `warehouse` AS `t0`
JOIN (
  SELECT `c0` AS `c0`, `ordinal`
  FROM JSON_TABLE(?, '$[*]' COLUMNS (`c0` BIGINT PATH '$[0]' ERROR ON ERROR, `ordinal` FOR ORDINALITY)) AS `r`
) AS `w` ON `t0`.`warehouse_id` = `w`.`c0`
ORDER BY `w`.`ordinal`

SELECT `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c0`
FROM `warehouse` AS `t0`
JOIN (
  SELECT `c0` AS `c0`, `ordinal`
  FROM JSON_TABLE(?, '$[*]' COLUMNS (`c0` BIGINT PATH '$[0]' ERROR ON ERROR, `ordinal` FOR ORDINALITY)) AS `r`
) AS `w` ON `t0`.`warehouse_id` = `w`.`c0`
ORDER BY `w`.`ordinal`
