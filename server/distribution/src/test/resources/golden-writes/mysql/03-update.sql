SELECT `t0`.`warehouse_id` AS `c0`, `t0`.`name` COLLATE utf8mb4_0900_bin AS `c1`, `t0`.`opens` AS `c2`, `t0`.`closes` AS `c3`,
   `t0`.`handling` COLLATE utf8mb4_0900_bin AS `c4`, CAST(`t0`.`location` AS CHAR) AS `c5`
FROM `warehouse` AS `t0`
WHERE `t0`.`warehouse_id` = ? FOR UPDATE

UPDATE `warehouse` AS `t0` SET `name` = ?, `opens` = ?, `closes` = ?, `handling` = ?, `location` = ?
WHERE `t0`.`warehouse_id` = ?

SELECT `t0`.`warehouse_id` AS `c0`, `t0`.`name` COLLATE utf8mb4_0900_bin AS `c1`, `t0`.`opens` AS `c2`, `t0`.`closes` AS `c3`,
   `t0`.`handling` COLLATE utf8mb4_0900_bin AS `c4`, CAST(`t0`.`location` AS CHAR) AS `c5`
FROM `warehouse` AS `t0`
WHERE `t0`.`warehouse_id` = ?

SELECT `t0`.`name` COLLATE utf8mb4_0900_bin AS `c0`
FROM `warehouse` AS `t0`
WHERE `t0`.`warehouse_id` = ?
