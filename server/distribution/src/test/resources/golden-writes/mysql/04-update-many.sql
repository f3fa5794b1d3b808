SELECT `t0`.`warehouse_id` AS `c0`, `t0`.`name` COLLATE utf8mb4_0900_bin AS `c1`, `t0`.`opens` AS `c2`, `t0`.`closes` AS `c3`,
   `t0`.`handling` COLLATE utf8mb4_0900_bin AS `c4`, CAST(`t0`.`location` AS CHAR) AS `c5`
FROM `warehouse` AS `t0`
WHERE ((LEFT(`t0`.`name` COLLATE utf8mb4_0900_bin, CHAR_LENGTH(?)) = ?) AND EXISTS (
  SELECT 1 AS `x`
  FROM `stock` AS `t1`
  WHERE (`t1`.`warehouse_id` = `t0`.`warehouse_id` AND `t1`.`quantity` > 9)
))
ORDER BY `t0`.`warehouse_id`
LIMIT ? FOR UPDATE

UPDATE (
  SELECT `c0` AS `c0`, `ordinal`
  FROM JSON_TABLE(?, '$[*]' COLUMNS (`c0` BIGINT PATH '$[0]' ERROR ON ERROR, `ordinal` FOR ORDINALITY)) AS `r`
) AS `w` STRAIGHT_JOIN `warehouse` AS `t0` ON `t0`.`warehouse_id` = `w`.`c0` SET `t0`.`name` = ?, `t0`.`opens` = ?, `t0`.`closes` = ?,
   `t0`.`handling` = ?, `t0`.`location` = ?

SELECT `t0`.`warehouse_id` AS `c0`, `t0`.`name` COLLATE utf8mb4_0900_bin AS `c1`, `t0`.`opens` AS `c2`, `t0`.`closes` AS `c3`,
   `t0`.`handling` COLLATE utf8mb4_0900_bin AS `c4`, CAST(`t0`.`location` AS CHAR) AS `c5`
FROM `warehouse` AS `t0`
JOIN (
  SELECT `c0` AS `c0`, `ordinal`
  FROM JSON_TABLE(?, '$[*]' COLUMNS (`c0` BIGINT PATH '$[0]' ERROR ON ERROR, `ordinal` FOR ORDINALITY)) AS `r`
) AS `w` ON `t0`.`warehouse_id` = `w`.`c0`
ORDER BY `w`.`ordinal`
