SELECT `t0`.`name` COLLATE utf8mb4_0900_bin AS `c0`
FROM `customer` AS `t0`
WHERE (`t0`.`customer_id` = ? AND `t0`.`joined_at` >= ? AND `t0`.`active` = ?)
ORDER BY `t0`.`customer_id`
