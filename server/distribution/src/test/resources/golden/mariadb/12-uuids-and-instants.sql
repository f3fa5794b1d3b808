SELECT `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c0`
FROM `customer` AS `t0`
WHERE (`t0`.`customer_id` = ? AND `t0`.`joined_at` >= ? AND `t0`.`active` = ?)
ORDER BY CAST(`t0`.`customer_id` AS CHAR(36))
