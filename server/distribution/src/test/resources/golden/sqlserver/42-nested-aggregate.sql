WITH [b0] AS (
  SELECT TOP (5) [t0].[publisher_id] AS [n], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c0], [t0].[publisher_id] AS [k0]
  FROM [publisher] AS [t0]
  ORDER BY [t0].[publisher_id]
)
SELECT 0 AS [c0], CAST(NULL AS bigint) AS [c1], [b0].[n] AS [c2], [b0].[c0] AS [c3], CAST(NULL AS bigint) AS [c4], CAST(NULL AS nvarchar(1)) AS [c5],
   CAST(NULL AS date) AS [c6]
FROM [b0]
UNION ALL
SELECT 1 AS [c0], [b0].[n] AS [c1], 1 AS [c2], CAST(NULL AS nvarchar(1)) AS [c3], COUNT_BIG(*) AS [c4], CAST(ROUND(AVG(CAST([t1].[price] AS decimal(38,
   18))), 8) AS decimal(38, 8)) AS [c5], MAX([t1].[published]) AS [c6]
FROM [b0]
JOIN [book] AS [t1] ON [t1].[publisher_id] = [b0].[k0]
WHERE [t1].[in_print] = ?
GROUP BY [b0].[n]
