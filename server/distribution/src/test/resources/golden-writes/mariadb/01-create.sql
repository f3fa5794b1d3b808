INSERT INTO `warehouse` (`warehouse_id`, `name`, `opens`, `closes`, `handling`, `location`) VALUES (?, ?, ?, ?, ?, ?)

SELECT `t0`.`warehouse_id` AS `c0`, `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c1`, `t0`.`opens` AS `c2`, `t0`.`closes` AS `c3`,
   `t0`.`handling` COLLATE utf8mb4_nopad_bin AS `c4`, CONVERT(`t0`.`location` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c5`
FROM `warehouse` AS `t0`
WHERE `t0`.`warehouse_id` = ?

SELECT `t0`.`warehouse_id` AS `c0`, `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c1`
FROM `warehouse` AS `t0`
WHERE `t0`.`warehouse_id` = ?
