SELECT `t0`.`title` COLLATE utf8mb4_0900_bin AS `c0`, CAST(`t0`.`tags` AS CHAR) AS `c1`
FROM `book` AS `t0`
WHERE (JSON_CONTAINS(`t0`.`tags`, ?) = 1 AND JSON_OVERLAPS(`t0`.`tags`, ?) = 1 AND CASE JSON_TYPE(`t0`.`tags`) WHEN 'ARRAY' THEN JSON_LENGTH(`t0`.`tags`) END > ?)
ORDER BY `t0`.`book_id`
