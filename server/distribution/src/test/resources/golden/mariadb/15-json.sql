SELECT `t0`.`title` COLLATE utf8mb4_nopad_bin AS `c0`, CONVERT(`t0`.`attributes` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c1`
FROM `book` AS `t0`
WHERE (JSON_CONTAINS_PATH(`t0`.`attributes`, 'one', CONCAT('$.', JSON_QUOTE(?))) = 1 AND JSON_CONTAINS(`t0`.`attributes`,
   ?) = 1)
ORDER BY `t0`.`book_id`
