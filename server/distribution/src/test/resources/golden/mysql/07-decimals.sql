SELECT `t0`.`title` COLLATE utf8mb4_0900_bin AS `c0`
FROM `book` AS `t0`
WHERE (`t0`.`price` > ? AND `t0`.`exact_cost` < ?)
ORDER BY `t0`.`book_id`
