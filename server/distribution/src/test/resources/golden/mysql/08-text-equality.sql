SELECT `t0`.`title` COLLATE utf8mb4_0900_bin AS `c0`
FROM `book` AS `t0`
WHERE ((`t0`.`title` = ? AND `t0`.`title` COLLATE utf8mb4_0900_bin = ?) AND `t0`.`isbn` COLLATE utf8mb4_0900_bin <> ?)
ORDER BY `t0`.`book_id`
