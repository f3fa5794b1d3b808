SELECT `t0`.`title` COLLATE utf8mb4_0900_bin AS `c0`
FROM `book` AS `t0`
LEFT JOIN `publisher` AS `t1` ON `t1`.`publisher_id` = `t0`.`publisher_id`
LEFT JOIN `category` AS `t2` ON `t2`.`category_id` = `t0`.`category_id`
ORDER BY `t1`.`name` IS NULL, `t1`.`name`, `t2`.`name` IS NULL DESC, `t2`.`name` DESC, `t0`.`book_id`
LIMIT 5
