SELECT `t0`.`title` COLLATE utf8mb4_nopad_bin AS `c0`, `t0`.`rating` AS `c1`
FROM `book` AS `t0`
ORDER BY `t0`.`rating` IS NULL DESC, `t0`.`rating` DESC, `t0`.`title`, `t0`.`book_id`
LIMIT 5
