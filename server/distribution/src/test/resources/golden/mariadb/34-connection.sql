SELECT `t0`.`book_id` AS `c0`, `t0`.`title` COLLATE utf8mb4_nopad_bin AS `c1`
FROM `book` AS `t0`
WHERE `t0`.`book_id` > ?
ORDER BY `t0`.`book_id`
LIMIT ?
