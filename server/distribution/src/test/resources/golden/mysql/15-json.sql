SELECT `t0`.`title` COLLATE utf8mb4_0900_bin AS `c0`, CAST(`t0`.`attributes` AS CHAR) AS `c1`
FROM `book` AS `t0`
WHERE (JSON_CONTAINS_PATH(`t0`.`attributes`, 'one', CONCAT('$.', JSON_QUOTE(?))) = 1 AND JSON_CONTAINS(`t0`.`attributes`,
   ?) = 1)
ORDER BY `t0`.`book_id`
