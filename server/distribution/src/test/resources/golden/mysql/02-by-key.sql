SELECT `t0`.`title` COLLATE utf8mb4_0900_bin AS `c0`, `t0`.`price` AS `c1`, `t0`.`published` AS `c2`
FROM `book` AS `t0`
WHERE `t0`.`book_id` = ?
