SELECT `t0`.`warehouse_id` AS `c0`, `t0`.`book_id` AS `c1`, `t0`.`edition_number` AS `c2`, `t0`.`quantity` AS `c3`, `t0`.`counted_at` AS `c4`
FROM `stock` AS `t0`
WHERE `t0`.`quantity` = ?
ORDER BY `t0`.`warehouse_id`, `t0`.`book_id`, `t0`.`edition_number`
LIMIT ? FOR UPDATE

DELETE `t0`
FROM (
  SELECT `c0` AS `c0`, `c1` AS `c1`, `c2` AS `c2`, `ordinal`
  FROM JSON_TABLE(?, '$[*]' COLUMNS (`c0` BIGINT PATH '$[0]' ERROR ON ERROR, `c1` BIGINT PATH '$[1]' ERROR ON ERROR, `c2` BIGINT PATH '$[2]' ERROR ON ERROR,
     `ordinal` FOR ORDINALITY)) AS `r`
) AS `w` STRAIGHT_JOIN `stock` AS `t0` ON `t0`.`warehouse_id` = `w`.`c0` AND `t0`.`book_id` = `w`.`c1` AND `t0`.`edition_number` = `w`.`c2`

SELECT `t0`.`book_id` AS `c0`
FROM `stock` AS `t0`
JOIN (
  SELECT `c0` AS `c0`, `c1` AS `c1`, `c2` AS `c2`, `ordinal`
  FROM JSON_TABLE(?, '$[*]' COLUMNS (`c0` BIGINT PATH '$[0]' ERROR ON ERROR, `c1` BIGINT PATH '$[1]' ERROR ON ERROR, `c2` BIGINT PATH '$[2]' ERROR ON ERROR,
     `ordinal` FOR ORDINALITY)) AS `r`
) AS `w` ON (`t0`.`warehouse_id` = `w`.`c0` AND `t0`.`book_id` = `w`.`c1` AND `t0`.`edition_number` = `w`.`c2`)
ORDER BY `w`.`ordinal`
