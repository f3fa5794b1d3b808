SELECT `t0`.`title` COLLATE utf8mb4_nopad_bin AS `c0`, `t0`.`book_id` AS `c1`
FROM `book` AS `t0`
WHERE (`t0`.`title` <= ? AND (`t0`.`title` < ? OR `t0`.`book_id` < ?))
ORDER BY `t0`.`title` DESC, `t0`.`book_id` DESC
LIMIT 11
