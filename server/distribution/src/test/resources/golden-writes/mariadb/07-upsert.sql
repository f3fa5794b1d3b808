SELECT `t0`.`customer_id` AS `c0`, `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c1`, `t0`.`email` COLLATE utf8mb4_nopad_bin AS `c2`,
   `t0`.`active` AS `c3`, `t0`.`birthday` AS `c4`, `t0`.`loyalty_points` AS `c5`, `t0`.`balance` AS `c6`, CONVERT(`t0`.`interests` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c7`,
   CONVERT(`t0`.`preferences` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c8`, `t0`.`joined_at` AS `c9`
FROM `customer` AS `t0`
WHERE `t0`.`customer_id` = ? FOR UPDATE

INSERT INTO `customer` (`customer_id`, `name`, `email`, `active`, `birthday`, `loyalty_points`, `balance`, `interests`, `preferences`,
   `joined_at`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

SELECT `t0`.`customer_id` AS `c0`, `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c1`, `t0`.`email` COLLATE utf8mb4_nopad_bin AS `c2`,
   `t0`.`active` AS `c3`, `t0`.`birthday` AS `c4`, `t0`.`loyalty_points` AS `c5`, `t0`.`balance` AS `c6`, CONVERT(`t0`.`interests` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c7`,
   CONVERT(`t0`.`preferences` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c8`, `t0`.`joined_at` AS `c9`
FROM `customer` AS `t0`
WHERE `t0`.`customer_id` = ?

UPDATE `customer` AS `t0` SET `name` = ?, `email` = ?, `active` = ?, `birthday` = ?, `loyalty_points` = ?, `balance` = ?,
   `interests` = ?, `preferences` = ?, `joined_at` = ?
WHERE `t0`.`customer_id` = ?

SELECT `t0`.`customer_id` AS `c0`, `t0`.`name` COLLATE utf8mb4_nopad_bin AS `c1`, `t0`.`email` COLLATE utf8mb4_nopad_bin AS `c2`,
   `t0`.`active` AS `c3`, `t0`.`birthday` AS `c4`, `t0`.`loyalty_points` AS `c5`, `t0`.`balance` AS `c6`, CONVERT(`t0`.`interests` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c7`,
   CONVERT(`t0`.`preferences` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c8`, `t0`.`joined_at` AS `c9`
FROM `customer` AS `t0`
WHERE `t0`.`customer_id` = ?

SELECT `t0`.`customer_id` AS `c0`
FROM `customer` AS `t0`
WHERE `t0`.`customer_id` = ?
